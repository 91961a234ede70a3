import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { orpc } from '../../ui/core/client.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { duePeriodOf, duePeriods, inForce, yearOf, type ConditionKind, type Conditions } from './registerFilter.ts';

/** More names than these are counted, not listed: «ДСЗН, ГУНП + 3». */
const named = 2;

export type ConditionWords = {
  name: (kind: ConditionKind) => string;
  value: (kind: ConditionKind, conditions: Conditions) => string;
  /** All conditions in force in one line: «Стан: відкриті; Рік: 2026». */
  all: (conditions: Conditions) => string;
};

/** What a condition is called and what it asks for, in words. */
export const useConditionWords = (conditions: Conditions): ConditionWords => {
  const { t } = useTranslation(['decisions', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const { data: choices } = useQuery(orpc.decisions.registerChoices.queryOptions());
  const { data: meeting } = useQuery({
    ...orpc.meetings.get.queryOptions({ input: { id: conditions.meetingId ?? '' } }),
    enabled: conditions.meetingId !== null,
  });

  const names = (ids: readonly string[], of: readonly { id: string; name: string }[] | undefined): string => {
    const all = ids.map((id) => of?.find((one) => one.id === id)?.name ?? '…');
    return all.length > named + 1 ? `${all.slice(0, named).join(', ')} + ${all.length - named}` : all.join(', ');
  };
  const period = (from: string | null, until: string | null): string => {
    if (from !== null && until === null) return t('filter.since', { day: formatDay(from, language) });
    if (from === null && until !== null)
      return t('filter.until', { day: formatDay(until, language, 'numeric', 'dative') });
    if (from !== null && from === until) return formatDay(from, language);
    return [from, until].map((day) => (day === null ? '…' : formatDay(day, language))).join(' – ');
  };
  const due = ({ dueFrom, dueUntil }: Conditions): string => {
    const known = duePeriods.find((one) => {
      const days = duePeriodOf(one, today);
      return days.dueFrom === dueFrom && days.dueUntil === dueUntil;
    });
    return known === undefined ? period(dueFrom, dueUntil) : t(`filter.${known}`);
  };
  const value = (kind: ConditionKind, asked: Conditions): string => {
    switch (kind) {
      case 'group':
        return names(asked.groupIds, choices?.groups);
      case 'assignee':
        return names(asked.organisationIds, choices?.organisations);
      case 'state':
        return asked.states.map((state) => t(`vocabulary:executionStatus.${state}`)).join(', ');
      case 'held':
        return String(yearOf(asked.heldFrom, asked.heldUntil) ?? period(asked.heldFrom, asked.heldUntil));
      case 'due':
        return due(asked);
      case 'repeating':
        return t(asked.repeating === true ? 'filter.repeatingOnly' : 'filter.onceOnly');
      case 'meeting':
        return meeting === undefined
          ? '…'
          : [t('common:numbered', meeting), meeting.heldOn === null ? '' : formatDay(meeting.heldOn, language)]
              .filter(Boolean)
              .join(', ');
      case 'text':
        return `«${asked.text}»`;
    }
  };
  const name = (kind: ConditionKind): string =>
    t(kind === 'held' && yearOf(conditions.heldFrom, conditions.heldUntil) !== null ? 'filter.year' : `filter.${kind}`);
  return {
    name,
    value,
    all: (asked) =>
      inForce(asked)
        .map((kind) => `${name(kind)}: ${value(kind, asked)}`)
        .join('; '),
  };
};
