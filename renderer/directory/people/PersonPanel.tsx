import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../shared/contract/directory.ts';
import { genders } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { useWorkspaceState } from '../../ui/core/workspaceState.ts';
import { Chip } from '../../ui/Chip.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { DeleteIcon, HistoryIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { Conflicts } from '../Conflicts.tsx';
import { recordFields } from '../../ui/saved/recordFields.ts';
import { SavedSelect } from '../../ui/saved/SavedChoice.tsx';
import { SavedArea, SavedText } from '../../ui/saved/SavedText.tsx';
import { PanelFoot, PanelHead } from '../../ui/PanelHead.tsx';
import { usePanelFocus, type PanelWish } from '../../ui/Split.tsx';
import { EraseContactDialog } from './EraseContactDialog.tsx';
import { GroupRows } from './GroupRows.tsx';
import { NameForms } from './NameForms.tsx';
import { Offices } from './Offices.tsx';

type Editable = Pick<PersonDetail, 'surname' | 'givenName' | 'patronymic' | 'gender' | 'email' | 'phone' | 'note'>;

const isCyrillic = ({ surname, givenName }: PersonDetail): boolean => /\p{Script=Cyrillic}/u.test(surname + givenName);

const Fields = ({ person, refetch }: { person: PersonDetail; refetch: () => Promise<unknown> }) => {
  const { t } = useTranslation(['directory', 'vocabulary']);
  const { fieldName } = useRecordWords();
  const label = (field: string): string => fieldName('person', field);
  const field = recordFields<Editable>({
    name: `person.${person.id}`,
    record: person,
    clocks: person.clocks,
    registers: { surname: 'name', givenName: 'name', patronymic: 'name' },
    texts: ['note'],
    write: (patch, base) => client.directory.updatePerson({ id: person.id, patch, base }),
    refetch,
  });
  return (
    <>
      <Section title={t('person.nameTitle')}>
        <FormGrid sx={{ rowGap: '8px' }}>
          <SavedText label={label('surname')} field={field('surname')} required />
          <SavedText label={label('givenName')} field={field('givenName')} />
          <SavedText label={label('patronymic')} field={field('patronymic')} />
          <SavedSelect
            label={label('gender')}
            field={field('gender')}
            options={genders.map((value) => ({ value, label: t(`vocabulary:gender.${value}`) }))}
          />
        </FormGrid>
      </Section>
      <Offices person={person} />
      <Section title={t('person.contacts')}>
        <FormGrid columns={1} sx={{ rowGap: '8px' }}>
          <SavedText label={label('email')} field={field('email')} type="email" />
          <SavedText label={label('phone')} field={field('phone')} type="tel" />
        </FormGrid>
      </Section>
      <GroupRows groups={person.groups} />
      {isCyrillic(person) ? <NameForms person={person} refetch={refetch} /> : null}
      <Section title={label('note')}>
        <SavedArea labelHidden label={label('note')} field={field('note')} />
      </Section>
    </>
  );
};

/** Everything about one person, edited where it stands. */
export const PersonPanel = (props: { id: string; wish: PanelWish; onRemove: () => void }) => {
  const { id, wish, onRemove } = props;
  const { t } = useTranslation(['directory', 'common']);
  const [history, setHistory] = useState(false);
  const [erasing, setErasing] = useState(false);
  const { state } = useWorkspaceState();
  const { data, error, refetch } = useQuery(
    orpc.directory.person.queryOptions({ input: { id }, placeholderData: keepPreviousData }),
  );
  usePanelFocus(data?.id, wish);
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const isMe = state?.workspace?.personId === data.id;
  return (
    <>
      <PanelHead
        title={data.name}
        note={[data.position, data.organisation].filter(Boolean).join(', ')}
        chips={isMe ? <Chip tone="ink">{t('person.me')}</Chip> : undefined}
      />
      <Conflicts entity="person" row={data.id} />
      <Fields key={data.id} person={data} refetch={refetch} />
      <PanelFoot>
        <Button size="small" icon={<HistoryIcon />} onClick={() => setHistory(true)}>
          {t('panel.history')}
        </Button>
        <Button size="small" icon={<DeleteIcon />} shortcut="Del" onClick={onRemove}>
          {t('common:action.remove')}
        </Button>
        <Button size="small" variant="danger" onClick={() => setErasing(true)}>
          {t('erase.menu')}
        </Button>
      </PanelFoot>
      {erasing ? <EraseContactDialog person={data} onClose={() => setErasing(false)} /> : null}
      {history ? <HistoryDialog open onClose={() => setHistory(false)} entity="person" row={data.id} /> : null}
    </>
  );
};
