import { errorField, useErrorText } from '../../../ui/core/errors.ts';

/** Splits a refusal: what belongs to one of these fields stands there, the rest at the foot of the dialog. */
export const useFieldError = (
  error: unknown,
  fields: readonly string[],
): { at: (field: string) => string | undefined; rest: unknown } => {
  const errorText = useErrorText();
  const field = errorField(error);
  return {
    at: (name) => (field === name ? errorText(error) : undefined),
    rest: field !== undefined && fields.includes(field) ? undefined : error,
  };
};
