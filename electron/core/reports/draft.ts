import type { Language } from '../../../shared/languages.ts';
import type { Paper } from './paper/paper.ts';
import type { Sheet } from './paper/sheet.ts';

/** What was read, and how a form writes it down. */
export interface Draft {
  /** The language that the record is written in. */
  language: Language;
  write: (paper: Paper) => Sheet | Promise<Sheet>;
}
