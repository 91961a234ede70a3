import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { orpc } from '../../ui/core/client.ts';
import { useLanguage } from '../../ui/window/language.ts';
import type { Conditions } from './conditions.ts';

/** What the activities are narrowed to, each condition in words, for the heading of a sheet of paper. */
export const useConditionWords = (project: Pick<ProjectDetail, 'lines'>, conditions: Conditions): string[] => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const { kinds, states, lineId, territory, from, until, text } = conditions;
  const { data: place } = useQuery(
    orpc.directory.territoryByCode.queryOptions({
      input: { code: territory ?? '', language },
      enabled: territory !== null,
      meta: { live: false },
    }),
  );
  const line = project.lines.find(({ id }) => id === lineId);
  const named = (name: string, words: string): string => (words === '' ? '' : `${name}: ${words}`);
  const days = [from, until].map((day) => (day === null ? '…' : formatDay(day, language))).join(' – ');
  return [
    named(t('activity.col.kind'), kinds.map((kind) => t(`vocabulary:activityKind.${kind}`)).join(', ')),
    named(t('activity.filter.state'), states.map((state) => t(`vocabulary:activityState.${state}`)).join(', ')),
    named(t('activity.col.line'), line === undefined ? '' : `${line.number}. ${line.title}`),
    named(t('activity.filter.territory'), territory === null ? '' : (place?.label ?? territory)),
    from === null && until === null ? '' : named(t('activity.filter.days'), days),
    named(t('activity.filter.search'), text.trim() === '' ? '' : `«${text.trim()}»`),
  ].filter(Boolean);
};
