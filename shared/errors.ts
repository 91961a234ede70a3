/** Values that an error's text may name; plain JSON. */
export type ErrorParams = Record<string, string | number>;

/**
 * A refusal that the person can understand and act on. `code` is a key of `errors.json` in each language,
 * `params` fill its text, `field` names the input it belongs to when there is one.
 */
export class AppError extends Error {
  readonly code: string;
  readonly params: ErrorParams;
  readonly field: string | undefined;

  constructor(code: string, params: ErrorParams = {}, field?: string) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.field = field;
  }
}
