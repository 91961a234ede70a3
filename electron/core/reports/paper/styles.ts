import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { localeTags, type Language } from '../../../../shared/languages.ts';
import { halfPoints, twips, type Look } from './look.ts';
import { decisionIndent } from './numbering.ts';
import type { PaperWords } from './words.ts';

/** The styles that Word shows in its style pane; the names there are words of the form's language. */
export type PaperStyle =
  | 'Author'
  | 'Title'
  | 'Subtitle'
  | 'DateLine'
  | 'Place'
  | 'Label'
  | 'Listed'
  | 'Addressee'
  | 'Body'
  | 'AgendaItem'
  | 'Under'
  | 'Heading1'
  | 'Heading2'
  | 'Part'
  | 'Speech'
  | 'Decision'
  | 'Detail'
  | 'Clause'
  | 'ClauseEntry'
  | 'Party'
  | 'Cell'
  | 'CellHead'
  | 'TableTitle'
  | 'Picture'
  | 'Note'
  | 'Signature'
  | 'Header'
  | 'Footer';

const singleLine = 240;

/** Points as twentieths, for spacing. */
const points = (value: number): number => Math.round(value * 20);

/** Every named style of a form. Lengths and sizes come from its look. */
export function paperStyles(form: Language, look: Look, t: PaperWords): IStylesOptions {
  // Said in full: some readers take a line without its rule for an exact height.
  const spaced = { line: Math.round(look.line * singleLine), lineRule: LineRuleType.AUTO };
  const single = { line: singleLine, lineRule: LineRuleType.AUTO };
  const body = look.justified ? AlignmentType.JUSTIFIED : AlignmentType.LEFT;
  const indent = { firstLine: twips(look.indent) };
  const gap = look.indent === 0 ? points(6) : 0;
  const centre = { alignment: AlignmentType.CENTER };
  const left = { alignment: AlignmentType.LEFT };
  const centred = form !== 'en';

  const style = (
    id: PaperStyle,
    name: string,
    paragraph: IParagraphStyleOptions['paragraph'],
    run: IParagraphStyleOptions['run'] = {},
    next: PaperStyle | 'Normal' = 'Body',
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    next,
    quickFormat: true,
    ...(paragraph ? { paragraph } : {}),
    run,
  });

  return {
    default: {
      document: {
        run: {
          font: look.font,
          size: halfPoints(look.size),
          language: { value: localeTags[form], eastAsia: localeTags[form], bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { ...spaced, before: 0, after: 0 } },
      },
      title: {
        paragraph: {
          ...(centred ? centre : left),
          keepNext: true,
          spacing: { before: points(12), after: points(6), ...single },
        },
        run: {
          bold: true,
          allCaps: form === 'uk' || form === 'lt',
          size: halfPoints(look.titleSize),
          font: look.font,
          color: 'auto',
        },
      },
      heading1: {
        paragraph: {
          ...(centred ? centre : left),
          keepNext: true,
          spacing: { before: points(14), after: points(6), ...spaced },
        },
        run: { bold: true, allCaps: form !== 'lv', size: halfPoints(look.size), font: look.font, color: 'auto' },
      },
      heading2: {
        paragraph: {
          ...left,
          keepNext: true,
          keepLines: true,
          spacing: { before: points(14), after: points(4), ...spaced },
        },
        run: { bold: true, size: halfPoints(look.size), font: look.font, color: 'auto' },
      },
    },
    paragraphStyles: [
      style(
        'Author',
        t('style.author'),
        { ...(centred ? centre : left), keepNext: true },
        { bold: true, allCaps: form !== 'en' },
      ),
      style(
        'Subtitle',
        'Subtitle',
        { ...(centred ? centre : left), keepNext: true, spacing: { after: points(10) } },
        { bold: true },
      ),
      style('DateLine', t('style.dateLine'), {
        ...(form === 'lt' ? centre : left),
        keepNext: true,
        spacing: { before: points(6) },
      }),
      style('Place', t('style.place'), {
        ...(centred ? centre : left),
        keepNext: true,
        spacing: { after: points(10) },
      }),
      style(
        'Label',
        t('style.label'),
        { ...left, keepNext: true, spacing: { before: points(8), after: points(2) } },
        { bold: form === 'en' },
      ),
      style('Listed', t('style.listed'), { ...left, spacing: { after: points(2) } }),
      style('Addressee', t('style.addressee'), {
        ...left,
        indent: { left: twips(form === 'uk' ? 90 : 0) },
        spacing: { after: points(4) },
      }),
      style('Body', t('style.body'), { alignment: body, indent, spacing: { after: gap } }),
      style(
        'AgendaItem',
        t('style.agendaItem'),
        { ...left, keepLines: true, spacing: { before: points(4) } },
        {},
        'AgendaItem',
      ),
      style('Under', t('style.under'), { ...left, spacing: { after: points(2) } }),
      style(
        'Part',
        t('style.part'),
        { ...left, keepNext: true, spacing: { before: points(8), after: points(2) } },
        { bold: form === 'en' },
        'Speech',
      ),
      style('Speech', t('style.speech'), { alignment: body, indent, spacing: { after: gap } }, {}, 'Speech'),
      style('Decision', t('style.decision'), { alignment: body, spacing: { before: points(4) } }, {}, 'Decision'),
      style('Detail', t('style.detail'), { ...left, indent: { left: twips(form === 'en' ? 0 : decisionIndent) } }),
      style('Clause', t('style.clause'), { alignment: body, spacing: { after: gap } }, {}, 'Clause'),
      style('ClauseEntry', t('style.clauseEntry'), { alignment: body }, {}, 'ClauseEntry'),
      style('Party', t('style.party'), { ...left, keepNext: true, keepLines: true }, {}, 'Party'),
      style('Cell', t('style.cell'), { ...left, spacing: { ...single } }, { size: halfPoints(look.tableSize) }, 'Cell'),
      style(
        'CellHead',
        t('style.cellHead'),
        { ...centre, keepNext: true, spacing: { ...single } },
        { size: halfPoints(look.tableSize), bold: true },
        'Cell',
      ),
      style(
        'TableTitle',
        t('style.tableTitle'),
        { ...left, keepNext: true, spacing: { before: points(8), after: points(3), ...single } },
        { bold: true, size: halfPoints(look.tableSize) },
      ),
      style(
        'Picture',
        t('style.picture'),
        { ...left, spacing: { before: points(4), after: points(6), ...single } },
        {},
      ),
      style(
        'Note',
        t('style.note'),
        { ...left, spacing: { before: points(6) } },
        { size: halfPoints(Math.max(8, look.size - 2)) },
      ),
      style('Header', 'header', { ...left }, { size: halfPoints(Math.max(8, look.size - 2)) }, 'Header'),
      style('Footer', 'footer', { ...centre }, { size: halfPoints(Math.max(8, look.size - 2)) }, 'Footer'),
      style(
        'Signature',
        t('style.signature'),
        { ...left, keepNext: true, keepLines: true, spacing: { before: points(24) } },
        {},
        'Signature',
      ),
    ],
  };
}
