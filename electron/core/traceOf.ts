/** From the first quotation mark to the last: names, paths, pieces of a text that could not be read. */
const quoted = /["'`«][\s\S]*["'`»]/;

/**
 * What may be logged of an error that nobody expected: its kind, its message without what it quotes, and the lines of the
 * program that it went through. Messages of the runtime quote file names and the text they stumbled over.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const { name, message, stack = '' } = error;
  const frames = stack.replace(message, '').match(/^ +at .*$/gm) ?? [];
  return [`${name}: ${message.replace(quoted, '…')}`, ...frames].join('\n');
}
