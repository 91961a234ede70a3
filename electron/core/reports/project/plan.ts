import type { DeliverableView, PartnerView, ProjectDetail, RiskView } from '../../../../shared/contract/projects.ts';
import { countryName, languageName } from '../../../../shared/rules/regionNames.ts';
import { numericDay } from '../paper/meeting.ts';
import { said, type Part } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';
import { orDash, record, stacked, titled, titledTable, words } from './blocks.ts';
import { daysText, type Desk } from './desk.ts';
import type { Cell } from '../paper/tables.ts';

const listOf = (names: readonly string[]): Cell | null => {
  const known = names.map(oneLine).filter((name) => name !== '');
  return known.length === 0 ? null : { parts: [said(known.join('; '))] };
};

/** What the project is, as label and value. */
export function projectFacts({ paper, word }: Desk, project: ProjectDetail): [string, Cell | null][] {
  const { t, form } = paper;
  const text = (value: string): Cell | null => (oneLine(value) === '' ? null : { parts: [said(oneLine(value))] });
  const places = project.places.map(({ name, country }) => name || countryName(country, form));
  return [
    [t('project.fact.title'), text(project.title)],
    [t('project.fact.shortName'), text(project.shortName)],
    [t('project.fact.number'), text(project.number)],
    [t('project.fact.status'), words(word('projectStatus', project.status))],
    [
      t('project.fact.term'),
      project.startsOn === null && project.endsOn === null
        ? null
        : words(daysText(paper, project.startsOn, project.endsOn)),
    ],
    [t('project.fact.places'), listOf(places)],
    [t('project.fact.lead'), text(project.lead)],
    [t('project.fact.manager'), text(project.manager)],
    [t('project.fact.group'), text(project.group)],
    [
      t('project.fact.memoranda'),
      project.memoranda.length === 0
        ? null
        : stacked(
            paper,
            project.memoranda.map(({ title, number, signedOn }): Part[] => [
              said(title),
              oneLine(number) === '' ? '' : `, ${t('numberSign')} ${oneLine(number)}`,
              signedOn === null ? '' : `, ${numericDay(paper, signedOn)}`,
            ]),
          ),
    ],
    [t('project.fact.predecessor'), text(project.predecessor)],
    [t('project.fact.successors'), listOf(project.successors.map(({ title }) => title))],
  ];
}

/** Objectives by their numbers, those below each other indented. */
export const objectiveLines = ({ paper }: Desk, { objectives }: ProjectDetail): Block[] =>
  objectives.flatMap(({ number, level, text }) =>
    paper.text('Listed', text, {
      lead: [`${number}. `],
      indent: { left: Math.min(level, 4) * 340 },
    }),
  );

export const partnerTable = ({ paper, Word }: Desk, partners: readonly PartnerView[]): Block[] =>
  titledTable(
    paper,
    '',
    [
      { title: paper.t('column.organisation'), share: 38 },
      { title: paper.t('project.column.country'), share: 17 },
      { title: paper.t('project.column.role'), share: 17 },
      { title: paper.t('project.column.task'), share: 28 },
    ],
    partners.map(({ name, country, role, task }) => [
      record(name),
      words(country === '' ? '–' : countryName(country, paper.form)),
      words(Word('partnerRole', role)),
      orDash(oneLine(task)),
    ]),
  );

/** Deliverables with the languages they come in and how far each translation has come. */
export const deliverableTable = ({ paper, word }: Desk, deliverables: readonly DeliverableView[]): Block[] =>
  titledTable(
    paper,
    '',
    [
      { title: paper.t('project.column.deliverable'), share: 36 },
      { title: paper.t('project.column.due'), share: 16, align: 'center' },
      { title: paper.t('project.column.state'), share: 18, align: 'center' },
      { title: paper.t('project.column.languages'), share: 30 },
    ],
    deliverables.map(({ title, source, dueOn, doneOn, status, translations }) => [
      titled(paper, title, source),
      words(dueOn === null ? '–' : numericDay(paper, dueOn)),
      stacked(
        paper,
        [[word('deliverableStatus', status)], doneOn === null ? [] : [numericDay(paper, doneOn)]],
        'center',
      ),
      translations.length === 0
        ? words('–')
        : stacked(
            paper,
            translations.map(({ language, state }): Part[] => [
              `${languageName(language, paper.form)} – ${word('translationState', state)}`,
            ]),
          ),
    ]),
  );

export const milestoneTable = ({ paper }: Desk, { milestones }: Pick<ProjectDetail, 'milestones'>): Block[] =>
  titledTable(
    paper,
    paper.t('project.milestones'),
    [
      { title: paper.t('project.column.milestone'), share: 60 },
      { title: paper.t('project.column.due'), share: 20, align: 'center' },
      { title: paper.t('project.column.reached'), share: 20, align: 'center' },
    ],
    milestones.map(({ title, dueOn, reachedOn, late }) => [
      record(title),
      words(dueOn === null ? '–' : numericDay(paper, dueOn)),
      words(reachedOn === null ? (late ? paper.t('project.late') : '–') : numericDay(paper, reachedOn)),
    ]),
  );

/** Risks, the heaviest first. */
export const riskTable = ({ paper, word }: Desk, risks: readonly RiskView[]): Block[] =>
  titledTable(
    paper,
    '',
    [
      { title: paper.t('project.column.risk'), share: 27 },
      { title: paper.t('project.column.likelihood'), share: 17, align: 'center' },
      { title: paper.t('project.column.impact'), share: 11, align: 'center' },
      { title: paper.t('project.column.answer'), share: 23 },
      { title: paper.t('project.column.owner'), share: 22 },
    ],
    risks
      .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
      .map(({ title, likelihood, impact, answer, owner, status, reviewedOn }) => [
        {
          paragraphs: [
            paper.line('Cell', said(title)),
            paper.line('Cell', [
              word('riskStatus', status),
              reviewedOn === null ? '' : `, ${numericDay(paper, reviewedOn)}`,
            ]),
          ],
        },
        words(likelihood === null ? '–' : String(likelihood)),
        words(impact === null ? '–' : String(impact)),
        oneLine(answer) === '' ? words('–') : record(answer),
        orDash(oneLine(owner)),
      ]),
  );
