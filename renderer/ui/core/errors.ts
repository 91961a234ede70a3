import { ORPCError } from '@orpc/client';
import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError, type ErrorParams } from '../../../shared/errors.ts';

/** A refusal as it came from the core: the code of its text, what the text names, the input it belongs to. */
export type Refusal = { code: string; params: ErrorParams; field: string | undefined; id: string | undefined };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const paramsOf = (value: unknown): ErrorParams => {
  if (!isRecord(value)) return {};
  const known = Object.entries(value).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(known);
};

/**
 * Reads any thrown value. The core sends an `AppError` as an `ORPCError` whose data are `{ code, params, field }`;
 * what it did not expect has the code `unexpected` and the id under which it was logged.
 */
export const readError = (error: unknown): Refusal => {
  if (error instanceof AppError) return { code: error.code, params: error.params, field: error.field, id: undefined };
  if (error instanceof ORPCError && isRecord(error.data)) {
    const { code, params, field, id } = error.data;
    return { code: textOr(code) ?? 'unexpected', params: paramsOf(params), field: textOr(field), id: textOr(id) };
  }
  return { code: 'unexpected', params: {}, field: undefined, id: undefined };
};

/** The input that the error belongs to, if it belongs to one. */
export const errorField = (error: unknown): string | undefined => readError(error).field;

export const errorCode = (error: unknown): string => readError(error).code;

// codes come from the core at run time: their keys cannot be typed
const words = (key: string, params: ErrorParams): string => i18next.t(key, { ...params, defaultValue: key });

/** What happened, in the language of the interface. */
export const useErrorText = (): ((error: unknown) => string) => {
  const { t } = useTranslation('app');
  return useCallback(
    (error) => {
      const { code, params, id } = readError(error);
      const key = `errors:${code}`;
      if (code !== 'unexpected' && i18next.exists(key, params)) return words(key, params);
      return id === undefined ? t('error.unexpected') : t('error.unexpectedWithId', { id });
    },
    [t],
  );
};
