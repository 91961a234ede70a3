/**
 * What a dialog had read when it opened, so that what another window wrote meanwhile is merged or kept beside it (rule 2).
 * @param texts registers of long text with the words they had
 */
export const readBase = (
  clocks: Record<string, string>,
  texts: Record<string, string> = {},
): Record<string, { clock: string; text?: string }> =>
  Object.fromEntries(
    Object.entries(clocks).map(([register, clock]) => {
      const text = texts[register];
      return [register, text === undefined ? { clock } : { clock, text }];
    }),
  );
