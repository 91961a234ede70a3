import type { Feature, Image } from 'write-excel-file/node';
import { sanitizeTextContent } from 'write-excel-file/utility';

/**
 * Keeps beside each formula what it comes to: a viewer that does not calculate (Excel's protected view, a telephone, the
 * preview of a mail) would show nothing there. The library writes the formula alone.
 * @param results for each sheet, its formulas → what they come to
 */
export const formulaResults = (results: readonly ReadonlyMap<string, number>[]): Feature<Image['content']> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const written = [...(results[sheetIndex] ?? [])].map(
            ([formula, result]) => [sanitizeTextContent(formula), result] as const,
          );
          const known = new Map(written);
          return xml.replaceAll(/<f>([^<]*)<\/f>/g, (whole, formula: string) => {
            const result = known.get(formula);
            return result === undefined ? whole : `${whole}<v>${result}</v>`;
          });
        },
      },
    },
  },
});
