import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesDecision, MinutesModel, PaperAssignee, PaperName } from '../../../shared/contract/minutesModel.ts';
import { formatDay, formatTime } from '../../../shared/dates.ts';
import { useLanguage } from '../../ui/window/language.ts';

/** One thing that minutes say. */
export interface MinutesLine {
  /** Of the record it comes from: the same in two signed minutes of one meeting. */
  key: string;
  label: string;
  text: string;
}

const joined = (parts: readonly (string | null | false | undefined)[], between = ' · '): string =>
  parts.filter(Boolean).join(between);

const nameOf = ({ surname, givenName, patronymic, text }: PaperName): string =>
  joined([surname, givenName, patronymic], ' ') || text;

const assignee = ({ person, organisation, shortName }: PaperAssignee): string =>
  joined([person && nameOf(person.name), shortName || organisation], ', ');

/** What signed minutes say, thing by thing in their order, in the words of the screen. */
export const useMinutesLines = (): ((model: MinutesModel) => MinutesLine[]) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common', 'records']);
  const { language } = useLanguage();
  return useMemo(() => {
    const time = (value: string | null): string => (value === null ? '' : formatTime(value, language));
    const span = (from: string | null, until: string | null): string => joined([time(from), time(until)], '–');
    const person = (one: MinutesModel['chair']): string =>
      one === null ? '' : joined([nameOf(one.name), one.position], ', ');
    const voteOf = ({ vote }: MinutesDecision): string => {
      if (vote.wording === 'none') return '';
      if (vote.wording === 'consensus') return t('vocabulary:voteMode.consensus');
      const counts = t('live.vote.counts', { for: vote.for, against: vote.against, abstained: vote.abstained });
      const ballots = vote.ballots.map(
        ({ name, choice }) => `${nameOf(name)}: ${t(`vocabulary:ballotChoice.${choice}`)}`,
      );
      return joined([counts, ...ballots]);
    };
    const decisionFacts = (decision: MinutesDecision): string =>
      joined([
        decision.assignees.map(assignee).join('; '),
        decision.dueOn === null ? '' : t('live.due', { date: formatDay(decision.dueOn, language) }),
        voteOf(decision),
        decision.noQuorumReason === '' ? '' : t('after.noQuorum', { reason: decision.noQuorumReason }),
        ...decision.dissents.map(({ name, text }) => `${t('live.dissentOf', { name: nameOf(name) })}: ${text}`),
      ]);
    const head = (model: MinutesModel): MinutesLine[] => [
      { key: 'number', label: t('sign.number'), text: model.number },
      { key: 'group', label: t('list.group'), text: joined([model.group.name, model.group.organisation]) },
      { key: 'kind', label: t('new.kind'), text: t(`vocabulary:meetingKind.${model.kind}`) },
      { key: 'title', label: t('new.about'), text: model.title },
      {
        key: 'day',
        label: t('common:col.date'),
        text: joined([
          model.heldOn === null ? '' : formatDay(model.heldOn, language, 'long'),
          span(model.openedAt ?? model.startsAt, model.closedAt ?? model.endsAt),
        ]),
      },
      { key: 'place', label: t('common:col.place'), text: joined([model.place, model.link]) },
      { key: 'chair', label: t('chair.chair'), text: person(model.chair) },
      { key: 'secretary', label: t('chair.secretary'), text: person(model.secretary) },
      {
        key: 'quorum',
        label: t('apart.quorum'),
        text:
          model.quorum === null ? '' : t('quorum.seats', { present: model.quorum.present, seats: model.quorum.total }),
      },
    ];
    const participants = (model: MinutesModel): MinutesLine[] =>
      model.participants.map((one) => ({
        key: `participant ${one.id}`,
        label: t('apart.participant'),
        text: joined([
          nameOf(one.name),
          one.position,
          one.shortName || one.organisation,
          t(`vocabulary:participantRole.${one.role}`),
          t(`vocabulary:attendanceState.${one.attendance}`),
          one.insteadOf === null ? '' : t('attendance.insteadOf', { name: nameOf(one.insteadOf) }),
          ...one.spans.map(({ from, until }) => span(from, until)),
        ]),
      }));
    const items = (model: MinutesModel): MinutesLine[] =>
      model.items.flatMap((item) => {
        const place = t('item.title', { n: item.position });
        return [
          { key: `item ${item.id}`, label: place, text: item.title },
          {
            key: `rapporteur ${item.id}`,
            label: joined([place, t('item.rapporteur')]),
            text: item.rapporteur === null ? '' : nameOf(item.rapporteur.name),
          },
          ...item.speeches.map(({ id, kind, speaker, saidAt, text, textAttached }) => ({
            key: `speech ${id}`,
            label: joined([place, t(`live.label.${kind}`)]),
            text: joined(
              [joined([speaker && nameOf(speaker.name), time(saidAt)]), text, textAttached && t('apart.attached')],
              '\n',
            ),
          })),
          ...item.decisions.flatMap((decision) => [
            {
              key: `decision ${decision.id}`,
              label: joined([place, t('live.label.decision'), decision.number]),
              text: decision.text,
            },
            {
              key: `facts ${decision.id}`,
              label: joined([place, t('apart.carrying'), decision.number]),
              text: decisionFacts(decision),
            },
          ]),
          ...item.carried.map(({ number, text, note }) => ({
            key: `carried ${item.id} ${number}`,
            label: joined([place, t('carryOver.decision'), number]),
            text: joined([text, note]),
          })),
          {
            key: `materials ${item.id}`,
            label: joined([place, t('materials.title')]),
            text: item.materials.join(', '),
          },
        ];
      });
    const breaks = (model: MinutesModel): MinutesLine[] =>
      model.breaks.map(({ from, until, reason }, at) => ({
        key: `break ${at}`,
        label: t('apart.break'),
        text: joined([span(from, until), t(`vocabulary:breakReason.${reason}`)]),
      }));
    return (model) =>
      [...head(model), ...participants(model), ...items(model), ...breaks(model)].filter(({ text }) => text !== '');
  }, [t, language]);
};
