import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../shared/contract/directory.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { DeleteIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useRecordForm } from '../../ui/saved/useRecordForm.ts';
import { useToday } from '../../ui/window/today.ts';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';

export type Office = PersonDetail['offices'][number];

type OfficeFields = Pick<Office, 'position' | 'organisationId' | 'startsOn' | 'endsOn'>;

/** A new position begins where the person is, today if there is one already. */
const newOffice = (now: Office | undefined, today: string): OfficeFields => ({
  position: '',
  organisationId: now?.organisationId ?? null,
  startsOn: now === undefined ? null : today,
  endsOn: null,
});

const fieldsOf = ({ position, organisationId, startsOn, endsOn }: Office): OfficeFields => ({
  position,
  organisationId,
  startsOn,
  endsOn,
});

/** A position of a person: a new one, which may end the present one, or one that is there. */
export const OfficeDialog = (props: {
  personId: string;
  /** Undefined for a new one. */
  office: Office | undefined;
  /** The one that is held now. */
  now: Office | undefined;
  onClose: () => void;
}) => {
  const { personId, office, now, onClose } = props;
  const { t } = useTranslation(['directory', 'common']);
  const { fieldName } = useRecordWords();
  const { run, error, running } = useActs();
  const today = useToday();
  const [endsPresent, setEndsPresent] = useState(true);
  const form = useRecordForm<OfficeFields, object>({
    row: office ?? null,
    start: office === undefined ? newOffice(now, today) : fieldsOf(office),
    registers: { startsOn: 'period', endsOn: 'period' },
    add: (all) => {
      const after = all.startsOn !== null && endsPresent ? (now?.id ?? null) : null;
      return client.directory.addOffice({ personId, ...all, after });
    },
    update: (id, patch, base) => client.directory.updateOffice({ id, patch, base }),
    onKept: onClose,
  });
  const { value: fields, set: change, wrong } = form;
  const follows = form.isNew && now !== undefined && fields.startsOn !== null;
  const remove = async (id: string): Promise<void> => {
    if ((await run(() => client.directory.removeOffice({ id }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={office === undefined ? t('office.add') : t('office.edit')}
      submitting={form.saving || running}
      submitDisabled={fields.position.trim() === '' && fields.organisationId === null}
      error={form.error ?? error}
      onSubmit={() => form.save({ position: fields.position.trim() })}
      actions={
        office === undefined ? undefined : (
          <Button icon={<DeleteIcon />} onClick={() => void remove(office.id)}>
            {t('common:action.remove')}
          </Button>
        )
      }
    >
      <TextInput
        takesFocus
        label={fieldName('office', 'position')}
        value={fields.position}
        onChange={(position) => change({ position })}
        error={wrong('position')}
      />
      <OrganisationField
        label={fieldName('office', 'organisationId')}
        value={fields.organisationId}
        onChange={(organisationId) => change({ organisationId })}
        error={wrong('organisationId')}
      />
      <FormGrid>
        <DateField
          label={t('period.startsOn')}
          value={fields.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          error={wrong('startsOn')}
        />
        <DateField
          label={t('period.endsOn')}
          hint={t('period.endsOnHint')}
          value={fields.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          error={wrong('endsOn')}
        />
      </FormGrid>
      {follows ? (
        <Checkbox
          label={t('office.endsPresent', { position: now?.position || now?.organisation || '' })}
          hint={t('office.endsPresentHint')}
          checked={endsPresent}
          onChange={setEndsPresent}
        />
      ) : null}
    </Dialog>
  );
};
