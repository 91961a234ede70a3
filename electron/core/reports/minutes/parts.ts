import type { Paragraph, Table } from 'docx';
import type { MeetingKind } from '../../../../shared/vocabulary.ts';
import { assigneeNames, dayAfterUntil, numericDay } from '../paper/meeting.ts';
import { declined, nameInText } from '../paper/names.ts';
import { twips } from '../paper/look.ts';
import { decisionIndent } from '../paper/numbering.ts';
import { said, type LineOptions, type Paper, type Part } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { ruledTable } from '../paper/tables.ts';
import { oneLine, paragraphsOf } from '../paper/typography.ts';
import type { PaperWord } from '../paper/words.ts';
import type {
  CarriedDecision,
  MinutesDecision,
  MinutesModel,
  MinutesParticipant,
  MinutesSpeech,
  PaperName,
} from '../../../../shared/contract/minutesModel.ts';

type Vote = MinutesDecision['vote'];

const names = (paper: Paper, list: readonly PaperName[]): string =>
  list
    .map((name) => nameInText(name, paper.form))
    .filter((name) => name !== '')
    .join(', ');

function countsSentence(paper: Paper, vote: Vote, kind: MeetingKind): string {
  const number = (value: number): string => (value === 0 ? paper.t('vote.none') : String(value));
  const key: PaperWord =
    vote.mode === 'rollCall'
      ? 'vote.rollCall'
      : vote.mode === 'secret'
        ? 'vote.secret'
        : kind === 'correspondence'
          ? 'vote.correspondence'
          : 'vote.counts';
  return paper.t(key, {
    for: number(vote.for),
    against: number(vote.against),
    abstained: number(vote.abstained),
  });
}

const choices = [
  ['for', 'vote.namesFor'],
  ['against', 'vote.namesAgainst'],
  ['abstained', 'vote.namesAbstained'],
  ['notVoted', 'vote.namesNotVoted'],
] as const;

/** What the minutes say of a vote: sentences, one a paragraph. Numbers where votes were counted, names in a roll call. */
export function voteSentences(paper: Paper, vote: Vote, kind: MeetingKind): string[] {
  const { t } = paper;
  const by = (choice: string) => vote.ballots.filter((ballot) => ballot.choice === choice).map(({ name }) => name);
  const recused = by('recused');
  const sentences: string[] = [];
  if (vote.wording === 'consensus') sentences.push(t('vote.consensus'));
  else if (vote.wording !== 'none') {
    const unanimous = vote.wording === 'unanimously' ? ` ${t('vote.unanimously')}` : '';
    const rejected = vote.outcome === 'rejected' ? ` ${t('vote.rejected')}` : '';
    sentences.push(`${countsSentence(paper, vote, kind)}${unanimous}${rejected}`);
    if (vote.mode === 'rollCall')
      for (const [choice, key] of choices) {
        const voices = by(choice);
        if (voices.length > 0) sentences.push(t(key, { names: names(paper, voices) }));
      }
  }
  if (recused.length > 0) sentences.push(t('vote.namesRecused', { names: names(paper, recused) }));
  return sentences;
}

/**
 * What follows a decision's words: who carries it out and by when (left out where the form says it elsewhere), how it was
 * voted on, decided without a quorum, who dissents.
 */
export function decisionDetails(
  paper: Paper,
  decision: MinutesDecision,
  kind: MeetingKind,
  options: { assignees?: boolean; due?: boolean; lead?: string } = {},
): Paragraph[] {
  const { t, form } = paper;
  const lines: (readonly Part[])[] = [];
  const executors = assigneeNames(paper, decision.assignees);
  if ((options.assignees ?? true) && executors !== '')
    lines.push([t(decision.assignees.length > 1 ? 'decision.assignees' : 'decision.assignee', { names: executors })]);
  if ((options.due ?? true) && decision.dueOn !== null)
    lines.push([t('decision.due', { date: dayAfterUntil(paper, decision.dueOn) })]);
  if (oneLine(decision.noQuorumReason) !== '')
    lines.push([t('decision.withoutQuorum', { reason: paragraphsOf(decision.noQuorumReason).join(' ') })]);
  for (const sentence of voteSentences(paper, decision.vote, kind)) lines.push([sentence]);
  const dissents = decision.dissents.flatMap(({ name, text }) => {
    const lead = t('decision.dissent', { name: form === 'uk' ? declined(name, 'genitive') : nameInText(name, form) });
    return paper.text('Detail', text, { lead: [`${lead} `] });
  });
  return [
    ...lines.map((line, index) =>
      paper.line('Detail', index === 0 && options.lead ? [options.lead, ...line] : line, {
        keepNext: index < lines.length - 1,
      }),
    ),
    ...dissents,
  ];
}

/** A decision stands in the list that Word numbers; what is only information stands under its words without a number. */
export const decisionPlace = ({ kind }: MinutesDecision): LineOptions =>
  kind === 'decision'
    ? { list: { of: 'items', level: 1 }, keepNext: true }
    : { indent: { left: twips(decisionIndent) }, keepNext: true };

/** The table under "state of carrying out earlier decisions"; null where there is nothing to report on. */
export function carriedTable(paper: Paper, carried: readonly CarriedDecision[]): Table | null {
  const { t } = paper;
  if (carried.length === 0) return null;
  return ruledTable(
    paper,
    [
      { title: t('column.decisionNumber'), share: 10, align: 'center' },
      { title: t('column.decision'), share: 34 },
      { title: t('column.assignee'), share: 18 },
      { title: t('column.due'), share: 16, align: 'center' },
      { title: t('column.state'), share: 26 },
    ],
    carried.map((one) => [
      { parts: [one.number] },
      { text: one.text },
      { text: assigneeNames(paper, one.assignees, ',\n') },
      { parts: [one.dueOn === null ? '–' : numericDay(paper, one.dueOn)] },
      { paragraphs: [paper.line('Cell', t(`state.${one.state}`)), ...paper.text('Cell', one.note)] },
    ]),
  );
}

/** Breaks with the quorum on return, each under the item that it interrupted (−1: before the first). */
export function breaksUnder(paper: Paper, model: MinutesModel, itemIndex: number): Block[] {
  const { t } = paper;
  return model.breaks
    .filter((pause) => interruptedItem(model, pause.from) === itemIndex)
    .flatMap((pause) => {
      const until = pause.until ?? t('break.untilClosed');
      const back = pause.quorum;
      const sentence = t(`break.${pause.reason}`, { from: pause.from, until });
      const quorum =
        back === null
          ? ''
          : ` ${t(back.reached ? 'break.quorum' : 'break.noQuorum', { present: back.present, total: back.total })}`;
      return [paper.line('Body', `${sentence}${quorum}`, { spacing: { before: 160, after: 80 } })];
    });
}

/** The last item that had been taken up by then. */
export function interruptedItem({ items }: MinutesModel, time: string): number {
  return items.findLastIndex(({ startedAt }) => startedAt !== null && startedAt <= time);
}

/** «Кворум є: присутні члени з правом голосу – 9 із 14.»; empty where the group has no seats to count. */
export function quorumSentence({ t }: Paper, { quorum }: MinutesModel): string {
  if (quorum === null) return '';
  const { present, total, required } = quorum;
  return quorum.reached ? t('quorum.present', { present, total }) : t('quorum.absent', { present, total, required });
}

/** What is special about somebody's presence: remotely, for whom, for which part of the meeting. */
export function presenceNote(paper: Paper, one: MinutesParticipant): string {
  const { t, form } = paper;
  const notes: string[] = [];
  if (one.insteadOf !== null) {
    const name = form === 'uk' ? declined(one.insteadOf, 'genitive') : nameInText(one.insteadOf, form);
    if (name !== '') notes.push(t('present.insteadOf', { name }));
  }
  if (one.attendance === 'remote') notes.push(t('present.remotely'));
  for (const { from, until } of one.spans) {
    if (from !== null && until !== null) notes.push(t('present.fromUntil', { from, until }));
    else if (from !== null) notes.push(t('present.from', { from }));
    else if (until !== null) notes.push(t('present.until', { until }));
  }
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** Everybody of the meeting sorted by what they are there for, in the order of the record. */
export function attendance(model: MinutesModel) {
  const isOfficer = (one: MinutesParticipant, officer: MinutesModel['chair']): boolean =>
    officer !== null &&
    (officer.personId === null ? one.role === 'chair' && officer === model.chair : one.personId === officer.personId);
  const there = model.participants.filter(({ tookPart }) => tookPart);
  const officers = there.filter((one) => isOfficer(one, model.chair) || isOfficer(one, model.secretary));
  const others = there.filter((one) => !officers.includes(one));
  const isMember = ({ role }: MinutesParticipant): boolean => role !== 'guest' && role !== 'adviser';
  return {
    there,
    officers,
    /** Without chair and secretary. */
    members: others.filter(isMember),
    voting: others.filter((one) => isMember(one) && one.votes),
    advisory: others.filter((one) => one.role === 'adviser'),
    notVoting: others.filter((one) => isMember(one) && !one.votes),
    invited: others.filter((one) => one.role === 'guest'),
    absent: model.participants.filter((one) => !one.tookPart && isMember(one)),
  };
}

/** A speaker at the head of a speech: the name, with the office where the lists of the minutes do not give it. */
export function speakerLead(
  paper: Paper,
  model: MinutesModel,
  speaker: MinutesSpeech['speaker'],
  officeOf: (person: { position: string; organisation: string }) => string,
): Part[] {
  if (speaker === null) return [];
  const listed =
    speaker.personId !== null &&
    [...model.participants, model.chair, model.secretary].some((one) => one?.personId === speaker.personId);
  const office = listed ? '' : officeOf(speaker);
  return [said(nameInText(speaker.name, paper.form)), ...(office === '' ? [] : [', ', said(office)])];
}

/** A speech: who, a dash, the words in as many paragraphs as they have, and that the whole text is attached. */
export function speechParagraphs(
  paper: Paper,
  model: MinutesModel,
  speech: MinutesSpeech,
  options: { dash: string; office: Parameters<typeof speakerLead>[3]; before?: string },
): Paragraph[] {
  const { t } = paper;
  const who = speakerLead(paper, model, speech.speaker, options.office);
  const lead = [...(who.length > 0 && options.before ? [options.before] : []), ...who];
  const joint = lead.length > 0 ? [options.dash] : [];
  const attachedKey = speech.kind === 'heard' ? 'item.speechAttached' : 'item.speechOfAttached';
  const attached = speech.textAttached ? t(attachedKey) : '';
  if (paragraphsOf(speech.text).length === 0) {
    if (attached !== '') return [paper.line('Speech', [...lead, ...joint, attached])];
    return lead.length > 0 ? [paper.line('Speech', lead)] : [];
  }
  return [
    ...paper.text('Speech', speech.text, { lead: [...lead, ...joint] }),
    ...(attached === '' ? [] : [paper.line('Speech', attached)]),
  ];
}
