import type { Paragraph } from 'docx';
import { twips } from './look.ts';
import { said, type Paper, type Part } from './paper.ts';

/** About the width of a letter as a share of the type's size, for guessing whether a name fits its column. */
const letterWidth = 0.55;
const millimetresAPoint = 25.4 / 72;

/**
 * One line of a list of people: the name, and what they are in a column of its own. A name that is too long for its column
 * stands on a line by itself.
 * @param width of the names' column in millimetres
 */
export function listedLine(paper: Paper, name: string, what: readonly Part[], width: number): Paragraph {
  const fits = name.length * letterWidth * paper.look.size * millimetresAPoint < width;
  return paper.line('Listed', [said(name), ...(what.length === 0 ? [] : [fits ? '\t' : '\n', ...what])], {
    indent: { left: twips(width), hanging: twips(width) },
    keepLines: true,
  });
}
