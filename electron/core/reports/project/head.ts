import type { Paragraph } from 'docx';
import type { ProjectDetail } from '../../../../shared/contract/projects.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import type { PaperPerson } from '../../../../shared/contract/minutesModel.ts';
import { wordFileName } from '../paper/fileName.ts';
import { dayInWords } from '../paper/meeting.ts';
import { nameAtSignature } from '../paper/names.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import { registerSignature } from '../paper/register.ts';
import { signatureLine } from '../paper/signatures.ts';
import type { Sheet } from '../paper/sheet.ts';
import { inCapitals } from '../paper/titleBlock.ts';
import { oneLine } from '../paper/typography.ts';
import type { PaperWord } from '../paper/words.ts';
import type { RegisterFrame } from '../registerFrame.ts';
import { around } from './desk.ts';

/** What all papers of a project begin and end with. */
export interface ProjectFrame {
  project: ProjectDetail;
  frame: RegisterFrame;
  /** Who manages the project signs; null: who signs papers of the group or of the workspace. */
  manager: PaperPerson | null;
  /** The day that the paper speaks of. */
  day: IsoDay;
}

type Kind = 'projectPassport' | 'progressReport' | 'coverageReport' | 'finalReport';

const author = ({ project, frame }: ProjectFrame): string => oneLine(project.lead) || oneLine(frame.organisation);

/**
 * The body that leads the project, the kind of the paper, the project's title, then lines that say of which time.
 * A Lithuanian title names the project and ends in the kind (V-117); elsewhere it stands below the kind.
 */
export function projectHead(
  paper: Paper,
  model: ProjectFrame,
  kind: Kind,
  lines: readonly (readonly Part[])[],
  aboutKey: PaperWord = `project.about.${kind}`,
): Paragraph[] {
  const { t, form } = paper;
  const body = author(model);
  const about = around((title) => t(aboutKey, { title }), model.project.title);
  const title: Part[] = form === 'lt' ? about : [inCapitals(paper, t(`title.${kind}`))];
  return [
    ...(body === '' ? [] : [paper.line('Author', said(body))]),
    paper.line('Title', title, { spacing: { before: 240, after: form === 'lt' ? 120 : 0 } }),
    ...(form === 'lt' ? [] : [paper.line('Subtitle', about, { spacing: { before: 0, after: 80 } })]),
    ...lines.map((parts, index) =>
      paper.line('Place', parts, { spacing: { after: index === lines.length - 1 ? 200 : 0 } }),
    ),
  ];
}

/** Signed by who manages the project; where nobody is named, as papers of the group or the workspace are. */
export function projectSignature(paper: Paper, { manager, frame }: ProjectFrame): Paragraph[] {
  if (manager === null) return registerSignature(paper, frame);
  const name = nameAtSignature(manager.name, paper.form);
  return [signatureLine(paper, paper.t('project.manager'), name, { last: true })];
}

type Named = Extract<PaperWord, `name.${string}`>;

/** The parts of a sheet that follow from what it is about. */
export function projectSheet(
  paper: Paper,
  model: ProjectFrame,
  name: Named,
  more: string,
): Pick<Sheet, 'name' | 'title' | 'subject' | 'author' | 'draft'> {
  const { t } = paper;
  const { project, day } = model;
  const kind = t(name);
  const called = oneLine(project.shortName) || oneLine(project.title);
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: '',
      more: [called, more].filter(Boolean).join(' '),
      day,
    }),
    title: [kind, oneLine(project.title), more || dayInWords(paper, day)].join(', '),
    subject: oneLine(project.title),
    author: author(model) || oneLine(project.title),
    draft: false,
  };
}
