type Words = { yes: string; no: string; empty: string };

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
};

/**
 * A value of the ledger (JSON text, null where there was none) in words. `known` gives the words of a value that the
 * area understands better; what nobody knows is shown as it stands.
 */
export const wordsOfValue = (
  json: string | null,
  words: Words,
  known: (value: unknown) => string | undefined,
): string => {
  const value = json === null ? null : parsed(json);
  const better = known(value);
  if (better !== undefined) return better;
  if (value === null || value === undefined || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return JSON.stringify(value);
};
