import { formatDay, formatTime, type DateCase, type IsoDay, type IsoTime } from '../../../../shared/dates.ts';
import type { MinutesModel, PaperAssignee, PaperPerson } from '../../../../shared/contract/minutesModel.ts';
import { nameInText } from './names.ts';
import type { Paper } from './paper.ts';
import { oneLine, unbroken } from './typography.ts';

/** What every paper of a meeting says at its top. */
export type MeetingHead = Pick<
  MinutesModel,
  'group' | 'kind' | 'title' | 'number' | 'heldOn' | 'startsAt' | 'place' | 'language' | 'chair' | 'secretary'
>;

/** A place to fill in by hand. */
const blank = '____________';

/** The group as the form's heading needs it: the genitive, in English the name. Empty where nobody wrote the genitive. */
export const groupInHeading = ({ group }: MeetingHead, form: Paper['form']): string =>
  oneLine(form === 'en' ? group.name : group.nameGenitive);

/** «засідання обласної координаційної ради», or without the group where its genitive is not known. */
export function heading({ form, t }: Paper, head: MeetingHead): string {
  const group = groupInHeading(head, form);
  return group === '' ? t(`bareMeetingOf.${head.kind}`) : t(`meetingOf.${head.kind}`, { group });
}

/** The bodies whose paper it is: the agency, and the group itself where the heading cannot name it. */
export function authors({ form }: Paper, head: MeetingHead): string[] {
  const group = groupInHeading(head, form) === '' ? [head.group.name] : [];
  return [head.group.organisation, ...group].map(oneLine).filter((name) => name !== '');
}

/** `12 листопада 2026 року` · `12 November 2026` · `2026 m. lapkričio 12 d.` · `2026. gada 12. novembrī` */
export const dayInWords = ({ form }: Paper, day: IsoDay | null, dateCase?: DateCase): string =>
  day === null ? blank : unbroken(formatDay(day, form, 'document', dateCase));

/** The day after «до», `by`, «iki», «līdz». */
export const dayAfterUntil = ({ form }: Paper, day: IsoDay): string =>
  unbroken(formatDay(day, form, 'document', 'dative'));

export const numericDay = ({ form }: Paper, day: IsoDay | null): string =>
  day === null ? blank : formatDay(day, form, 'numeric');

/** «о 10:00», `at 10:00`, `10:00 val.`, `plkst. 10:00` */
export const atTime = ({ form }: Paper, time: IsoTime): string => unbroken(formatTime(time, form, 'at'));

/** `№ 7`, with room for a number where there is none yet. */
export const numbered = ({ t }: Paper, number: string): string =>
  unbroken(`${t('numberSign')} ${oneLine(number) || '____'}`);

/** Position and organisation, the latter left out where the position says it. */
export function office(person: Pick<PaperPerson, 'position' | 'organisation'>): string {
  const position = oneLine(person.position);
  const organisation = oneLine(person.organisation);
  const told = position.toLocaleLowerCase('und').includes(organisation.toLocaleLowerCase('und'));
  return [position, told ? '' : organisation].filter((part) => part !== '').join(', ');
}

/** One assignee as a list names it: the person, else the organisation by its short name. */
export function assigneeName({ form }: Paper, assignee: PaperAssignee): string {
  if (assignee.person === null) return oneLine(assignee.shortName) || oneLine(assignee.organisation);
  const name = nameInText(assignee.person.name, form);
  const body = oneLine(assignee.shortName) || oneLine(assignee.organisation);
  return body === '' ? name : `${name} (${body})`;
}

export const assigneeNames = (paper: Paper, assignees: readonly PaperAssignee[], separator = ', '): string =>
  assignees
    .map((one) => assigneeName(paper, one))
    .filter((name) => name !== '')
    .join(separator);
