import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationDetail } from '../../../shared/contract/directory.ts';
import { organisationKinds } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { FormGrid } from '../../ui/Field.tsx';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { DeleteIcon, HistoryIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { Conflicts } from '../Conflicts.tsx';
import { recordFields } from '../../ui/saved/recordFields.ts';
import { SavedSelect, SavedTerritory } from '../../ui/saved/SavedChoice.tsx';
import { SavedArea, SavedText } from '../../ui/saved/SavedText.tsx';
import { PanelFoot, PanelHead } from '../../ui/PanelHead.tsx';
import { usePanelFocus, type PanelWish } from '../../ui/Split.tsx';
import { OrganisationGroups, OrganisationPeople } from './OrganisationRows.tsx';

type Editable = Pick<
  OrganisationDetail,
  'name' | 'shortName' | 'kind' | 'territory' | 'address' | 'email' | 'phone' | 'website' | 'note'
>;

const Fields = (props: { organisation: OrganisationDetail; refetch: () => Promise<unknown> }) => {
  const { organisation, refetch } = props;
  const { t } = useTranslation(['directory', 'vocabulary']);
  const { fieldName } = useRecordWords();
  const label = (field: string): string => fieldName('organisation', field);
  const field = recordFields<Editable>({
    name: `organisation.${organisation.id}`,
    record: organisation,
    clocks: organisation.clocks,
    texts: ['note'],
    write: (patch, base) => client.directory.updateOrganisation({ id: organisation.id, patch, base }),
    refetch,
  });
  return (
    <>
      <Section title={t('organisation.about')}>
        <FormGrid columns={1} sx={{ rowGap: '8px' }}>
          <SavedText label={label('name')} field={field('name')} required />
          <SavedText label={label('shortName')} field={field('shortName')} />
          <SavedSelect
            label={label('kind')}
            field={field('kind')}
            options={organisationKinds.map((value) => ({ value, label: t(`vocabulary:organisationKind.${value}`) }))}
          />
          <SavedTerritory label={label('territory')} field={field('territory')} />
        </FormGrid>
      </Section>
      <Section title={t('person.contacts')}>
        <FormGrid columns={1} sx={{ rowGap: '8px' }}>
          <SavedText label={label('address')} field={field('address')} />
          <SavedText label={label('email')} field={field('email')} type="email" />
          <SavedText label={label('phone')} field={field('phone')} type="tel" />
          <SavedText label={label('website')} field={field('website')} type="url" />
        </FormGrid>
      </Section>
      <OrganisationPeople rows={organisation.peopleRows} />
      <OrganisationGroups rows={organisation.groupRows} />
      <Section title={label('note')}>
        <SavedArea labelHidden label={label('note')} field={field('note')} />
      </Section>
    </>
  );
};

/** Everything about one organisation, edited where it stands. */
export const OrganisationPanel = (props: { id: string; wish: PanelWish; onRemove: () => void }) => {
  const { id, wish, onRemove } = props;
  const { t } = useTranslation(['directory', 'vocabulary', 'common']);
  const [history, setHistory] = useState(false);
  const { data, error, refetch } = useQuery(
    orpc.directory.organisation.queryOptions({ input: { id }, placeholderData: keepPreviousData }),
  );
  usePanelFocus(data?.id, wish);
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <PanelHead
        title={data.name}
        note={t(`vocabulary:organisationKind.${data.kind}`)}
        chips={data.isHome ? <Chip tone="ink">{t('organisation.home')}</Chip> : undefined}
      />
      <Conflicts entity="organisation" row={data.id} />
      <Fields key={data.id} organisation={data} refetch={refetch} />
      <PanelFoot>
        <Button size="small" icon={<HistoryIcon />} onClick={() => setHistory(true)}>
          {t('panel.history')}
        </Button>
        <Button size="small" icon={<DeleteIcon />} shortcut="Del" onClick={onRemove}>
          {t('common:action.remove')}
        </Button>
      </PanelFoot>
      {history ? <HistoryDialog open onClose={() => setHistory(false)} entity="organisation" row={data.id} /> : null}
    </>
  );
};
