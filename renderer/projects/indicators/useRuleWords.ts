import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CountRule } from '../../../shared/rules/counted.ts';
import { orpc } from '../../ui/core/client.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useKeyWords } from './useKeyWords.ts';

/** What a counted indicator counts, in words: Рахує: проведені заходи — круглий стіл; Сумська область. */
export const useRuleWords = (rule: CountRule | null): string => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const keys = useKeyWords();
  const code = rule !== null && 'territory' in rule ? rule.territory : null;
  const groupId = rule !== null && 'groupId' in rule ? rule.groupId : null;
  const { data: territory } = useQuery({
    ...orpc.directory.territoryByCode.queryOptions({ input: { code: code ?? '', language } }),
    enabled: code !== null && code !== '',
  });
  const { data: groups } = useQuery({ ...orpc.directory.groups.queryOptions(), enabled: groupId !== null });
  if (rule === null) return t('indicators.rule.none');
  const parts: string[] = [];
  if (rule.count === 'meetings') parts.push(...rule.kinds.map((kind) => t(`vocabulary:meetingKind.${kind}`)));
  else if (rule.count !== 'decisions') parts.push(...rule.kinds.map((kind) => t(`vocabulary:activityKind.${kind}`)));
  const what = [t(`indicators.rule.what.${rule.count}`), parts.join(', ')].filter(Boolean).join(': ');
  const group = groups?.find(({ id }) => id === groupId);
  const narrowed = [
    rule.count === 'decisions' && rule.done ? t('indicators.rule.doneOnly') : '',
    rule.count === 'participants' && rule.dimension !== null ? keys.name(rule.dimension, rule.key) : '',
    group === undefined ? '' : group.shortName || group.name,
    code === null || code === '' ? '' : (territory?.name ?? code),
  ].filter(Boolean);
  return t('indicators.rule.counts', { what: [what, ...narrowed].join('; ') });
};
