import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, ImportRemark } from '../../../shared/contract/directory.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';

/** Refusals that any field can have. */
const general: ReadonlySet<string> = new Set(['cellEmpty', 'textTooLong']);

/** The words of an import: what a column stands for, and what is to be said of a row. */
export const useImportWords = (kind: ImportKind) => {
  const { t } = useTranslation(['directory', 'common']);
  const { fieldName, valueText } = useRecordWords();
  const errorText = useErrorText();
  const entity = kind === 'people' ? 'person' : 'organisation';
  return useMemo(() => {
    const target = (name: string): string => {
      if (name === 'fullName') return t('import.fullName');
      if (name === 'position') return t('common:col.position');
      return name === 'organisation' ? t('common:col.organisation') : fieldName(entity, name);
    };
    return {
      target,
      /** A refusal or a note, with the column it is about where the words do not say that themselves. */
      remark: ({ code, params, column }: ImportRemark): string => {
        const words = errorText(new AppError(code, params));
        return column !== null && general.has(code) ? `${target(column)}: ${words}` : words;
      },
      /** A value as a field of the record would show it. */
      value: (field: string, text: string): string => valueText(entity, field, text),
    };
  }, [t, fieldName, valueText, errorText, entity]);
};

export type ImportWords = ReturnType<typeof useImportWords>;
