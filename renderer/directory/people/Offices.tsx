import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../shared/contract/directory.ts';
import { IconButton } from '../../ui/Button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/window/today.ts';
import { PanelRows } from '../../ui/PanelHead.tsx';
import { isPast, usePeriodWords } from '../usePeriodWords.ts';
import { OfficeDialog, type Office } from './OfficeDialog.tsx';

/** The positions of a person, from–to; each opens for a change. */
export const Offices = ({ person }: { person: PersonDetail }) => {
  const { t } = useTranslation(['directory', 'common']);
  const periodWords = usePeriodWords();
  const today = useToday();
  const [edited, setEdited] = useState<Office | 'new'>();
  return (
    <Section
      title={t('office.title')}
      count={person.offices.length > 1 ? person.offices.length : undefined}
      action={<IconButton size="small" label={t('office.add')} icon={<PlusIcon />} onClick={() => setEdited('new')} />}
    >
      {person.offices.length === 0 ? <p className="soft small">{t('office.none')}</p> : null}
      <PanelRows>
        {person.offices.map((office) => (
          <li key={office.id}>
            <button type="button" data-past={isPast(office, today) ? '' : undefined} onClick={() => setEdited(office)}>
              {office.position || t('office.noPosition')}
              <small>{[office.organisation, periodWords(office)].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </PanelRows>
      {edited === undefined ? null : (
        <OfficeDialog
          personId={person.id}
          office={edited === 'new' ? undefined : edited}
          now={person.offices.find((one) => !isPast(one, today))}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  );
};
