/*
 * The text of a clause: plain text with one paragraph a line, `**bold**`, `_italic_`, and fields: `[[key]]` or
 * `[[key:words shown when empty]]`. `[[?:words]]` is a hole that somebody still has to fill with words of their own. A
 * backslash takes the meaning from the sign after it. Any text can be read: what is no markup is words.
 */

interface Look {
  bold: boolean;
  italic: boolean;
}
export type TextPart = Look & { kind: 'text'; text: string };
export type FieldPart = Look & { kind: 'field'; key: string; label: string };
export type Part = TextPart | FieldPart;
export type Paragraph = { parts: Part[] };

/** The key of a hole: no field of the memorandum, words that are still to be found. */
export const holeKey = '?';

const keyPattern = /^[^[\]:\\\s]{1,60}$/u;

/** Whether a field may have this key. */
export const isFieldKey = (key: string): boolean => keyPattern.test(key);

type Token =
  | { kind: 'bold' }
  | { kind: 'italic' }
  | { kind: 'words'; text: string }
  | { kind: 'field'; key: string; label: string };

// Runs other than `**` and `_` are words: «____» is a line to write on.
const tokenPattern = /\\([\\*_[\]])|\[\[([^[\]:\\\s]{1,60})(?::((?:\\[^\n]|[^\\[\]\n])*))?\]\]|(\*+)|(_+)/gu;

function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of line.matchAll(tokenPattern)) {
    if (match.index > from) tokens.push({ kind: 'words', text: line.slice(from, match.index) });
    from = match.index + match[0].length;
    const [whole, escaped, key, label, stars, underscores] = match;
    if (escaped !== undefined) tokens.push({ kind: 'words', text: escaped });
    else if (key !== undefined) tokens.push({ kind: 'field', key, label: (label ?? '').replaceAll(/\\(.)/gu, '$1') });
    else if (stars === '**') tokens.push({ kind: 'bold' });
    else if (underscores === '_') tokens.push({ kind: 'italic' });
    else tokens.push({ kind: 'words', text: whole });
  }
  if (from < line.length) tokens.push({ kind: 'words', text: line.slice(from) });
  return tokens;
}

/** Of an odd number of marks the last one stands alone and is a word. */
function pairMarks(tokens: Token[], kind: 'bold' | 'italic') {
  if (tokens.filter((token) => token.kind === kind).length % 2 === 0) return;
  const last = tokens.findLastIndex((token) => token.kind === kind);
  tokens[last] = { kind: 'words', text: kind === 'bold' ? '**' : '_' };
}

/** Adds a part; text of the same look runs on. */
function put(parts: Part[], part: Part) {
  const last = parts.at(-1);
  if (part.kind === 'text' && part.text === '') return;
  if (last?.kind === 'text' && part.kind === 'text' && last.bold === part.bold && last.italic === part.italic)
    last.text += part.text;
  else parts.push({ ...part });
}

function parseLine(line: string): Paragraph {
  const tokens = tokensOf(line);
  pairMarks(tokens, 'bold');
  pairMarks(tokens, 'italic');
  const parts: Part[] = [];
  const look = { bold: false, italic: false };
  for (const token of tokens) {
    if (token.kind === 'bold' || token.kind === 'italic') look[token.kind] = !look[token.kind];
    else if (token.kind === 'field') put(parts, { kind: 'field', key: token.key, label: token.label, ...look });
    else if (token.kind === 'words') put(parts, { kind: 'text', text: token.text, ...look });
  }
  return { parts };
}

/** The paragraphs of a clause; of an empty text one without parts. */
export const parseClauseText = (text: string): Paragraph[] => text.split(/\r\n|\r|\n/u).map(parseLine);

const inOneLine = (text: string): string => text.replaceAll(/\r\n|\r|\n/gu, ' ');
const escaped = (text: string): string => inOneLine(text).replaceAll(/[\\*_[\]]/gu, String.raw`\$&`);

function writeField({ key, label }: { key: string; label: string }): string {
  const sound = isFieldKey(key) ? key : key.replaceAll(/[[\]:\\\s]/gu, '').slice(0, 60) || holeKey;
  return label === '' ? `[[${sound}]]` : `[[${sound}:${inOneLine(label).replaceAll(/[\\[\]]/gu, String.raw`\$&`)}]]`;
}

function writeParagraph({ parts }: Paragraph): string {
  let line = '';
  const look = { bold: false, italic: false };
  const turn = (bold: boolean, italic: boolean) => {
    // What was opened last is closed first, so that the marks nest.
    if (look.italic && !italic) line += '_';
    if (look.bold !== bold) line += '**';
    if (!look.italic && italic) line += '_';
    Object.assign(look, { bold, italic });
  };
  for (const part of parts) {
    if (part.kind === 'text' && part.text === '') continue;
    turn(part.bold, part.italic);
    line += part.kind === 'text' ? escaped(part.text) : writeField(part);
  }
  turn(false, false);
  return line;
}

/** The text of paragraphs, so that reading it gives the same paragraphs again. Line breaks within a part become blanks. */
export const writeClauseText = (paragraphs: readonly Paragraph[]): string => paragraphs.map(writeParagraph).join('\n');

/** Every field of a text in its order, as often as it stands there. */
export const fieldPartsOf = (text: string): FieldPart[] =>
  parseClauseText(text).flatMap(({ parts }) => parts.filter((part) => part.kind === 'field'));

/** The keys of a text's fields, each once, in the order in which they come. */
export const fieldsOf = (text: string): string[] => [...new Set(fieldPartsOf(text).map(({ key }) => key))];

const valueOf = (values: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(values, key) ? (values[key] ?? '') : '';

/** The text with the values put in for its fields, in the look of each; a field without a value stays one. */
export const fillClauseText = (text: string, values: Readonly<Record<string, string>>): string =>
  writeClauseText(
    parseClauseText(text).map(({ parts }) => {
      const filled: Part[] = [];
      for (const part of parts) {
        const value = part.kind === 'field' ? valueOf(values, part.key) : '';
        put(
          filled,
          value === '' ? part : { kind: 'text', text: inOneLine(value), bold: part.bold, italic: part.italic },
        );
      }
      return { parts: filled };
    }),
  );

/** The words alone, for lists and searches; an empty field by its words, or a line to write on. */
export const plainClauseText = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  parseClauseText(text)
    .map(({ parts }) =>
      parts
        .map((part) => (part.kind === 'text' ? part.text : valueOf(values, part.key) || part.label || '____'))
        .join(''),
    )
    .join('\n');
