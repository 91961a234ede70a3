import { setImmediate as nextTurn } from 'node:timers/promises';
import { Unzip, UnzipInflate } from 'fflate';

/** As much text of one file as can be found: some 60 pages. */
export const mostText = 200_000;
const mostXml = 40 * 1024 * 1024;
const longestWork = 30_000;
const aTurn = 5;
// A packed kilobyte may unfold to a megabyte: small pieces keep every step short whatever was packed.
const step = 4 * 1024;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

/** Reads WordprocessingML as it comes, in pieces of any size: the text of its runs, a line a paragraph. */
export function createWordReader() {
  let waiting = '';
  let inRun = false;
  let text = '';
  return {
    push(xml: string) {
      waiting += xml;
      const end = waiting.lastIndexOf('>') + 1;
      for (const [, closing, name, empty, run] of waiting
        .slice(0, end)
        .matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>|<[^>]*>|([^<]+)/g)) {
        if (run !== undefined) {
          if (inRun) text += unescaped(run);
        } else if (name === 'w:t') inRun = closing === '' && empty === '';
        else if ((name === 'w:p' && closing === '/') || name === 'w:br' || name === 'w:cr') text += '\n';
        else if (name === 'w:tab' || (name === 'w:tc' && closing === '/')) text += ' ';
      }
      waiting = waiting.slice(end);
      // No markup has a tag this long.
      if (waiting.length > 1_000_000) waiting = '';
    },
    get length() {
      return text.length;
    },
    // Line by line: a pattern for blanks around breaks takes hours over blanks alone.
    text: () =>
      text
        .replaceAll(/[ \t]+/g, ' ')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
        .slice(0, mostText),
  };
}

/**
 * The text of a Word file (.docx), at most `mostText` characters, read in small steps with turns for everybody else
 * between them. Empty for a file that is none, is damaged or takes too long; never throws.
 */
export async function readWordText(bytes: Iterable<Uint8Array>): Promise<string> {
  const reader = createWordReader();
  const decoder = new TextDecoder();
  let unfolded = 0;
  let done = false;
  const unzip = new Unzip((file) => {
    if (file.name !== 'word/document.xml') return;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      unfolded += data.length;
      reader.push(decoder.decode(data, { stream: !final }));
      done = final || reader.length > mostText || unfolded > mostXml;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const start = performance.now();
  try {
    let turn = start;
    for (const chunk of bytes)
      for (let from = 0; from < chunk.length; from += step) {
        unzip.push(chunk.subarray(from, from + step));
        if (done || performance.now() - start > longestWork) return reader.text();
        if (performance.now() - turn < aTurn) continue;
        await nextTurn();
        turn = performance.now();
      }
  } catch {
    // What could be read before the damage is still of use.
  }
  return reader.text();
}
