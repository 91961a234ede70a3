import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonDetail } from '../../../shared/contract/directory.ts';
import { Section } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/window/today.ts';
import { PanelRows } from '../../ui/PanelHead.tsx';
import { isPast, usePeriodWords } from '../usePeriodWords.ts';

/** The groups somebody sits or sat in, each a link to its page. */
export const GroupRows = ({ groups }: { groups: PersonDetail['groups'] }) => {
  const { t } = useTranslation(['directory', 'vocabulary']);
  const periodWords = usePeriodWords();
  const today = useToday();
  if (groups.length === 0) return null;
  return (
    <Section title={t('tab.groups')} count={groups.length}>
      <PanelRows>
        {groups.map((group) => (
          <li key={`${group.id} ${group.startsOn ?? ''} ${group.role}`}>
            <Link to={`/directory/groups/${group.id}`} data-past={isPast(group, today) ? '' : undefined}>
              {group.name}
              <small>
                {[t(`vocabulary:memberRole.${group.role}`), periodWords(group)].filter(Boolean).join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </PanelRows>
    </Section>
  );
};
