import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrganisationDetail } from '../../../shared/contract/directory.ts';
import { Section } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/window/today.ts';
import { PanelRows } from '../../ui/PanelHead.tsx';
import { isPast, usePeriodWords } from '../usePeriodWords.ts';

/** Who holds or held an office in an organisation, each a link to the person. */
export const OrganisationPeople = ({ rows }: { rows: OrganisationDetail['peopleRows'] }) => {
  const { t } = useTranslation('directory');
  const periodWords = usePeriodWords();
  const today = useToday();
  if (rows.length === 0) return null;
  return (
    <Section title={t('tab.people')} count={rows.length}>
      <PanelRows>
        {rows.map((one) => (
          <li key={`${one.id} ${one.position} ${one.startsOn ?? ''}`}>
            <Link to={`/directory/people/${one.id}`} data-past={isPast(one, today) ? '' : undefined}>
              {one.name}
              <small>{[one.position, periodWords(one)].filter(Boolean).join(' · ')}</small>
            </Link>
          </li>
        ))}
      </PanelRows>
    </Section>
  );
};

/** The groups in which an organisation has or had a seat, each a link to its page. */
export const OrganisationGroups = ({ rows }: { rows: OrganisationDetail['groupRows'] }) => {
  const { t } = useTranslation('directory');
  const periodWords = usePeriodWords();
  const today = useToday();
  if (rows.length === 0) return null;
  return (
    <Section title={t('tab.groups')} count={rows.length}>
      <PanelRows>
        {rows.map((one) => (
          <li key={`${one.id} ${one.startsOn ?? ''}`}>
            <Link to={`/directory/groups/${one.id}`} data-past={isPast(one, today) ? '' : undefined}>
              {one.name}
              <small>
                {[one.votes ? t('seat.votes') : t('seat.noVote'), periodWords(one)].filter(Boolean).join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </PanelRows>
    </Section>
  );
};
