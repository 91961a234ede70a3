import { useTranslation } from 'react-i18next';
import type { MemorandumDetail, PartyView } from '../../../shared/contract/memoranda.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { OrganisationField, PersonField } from '../../ui/directory/DirectoryFields.tsx';
import { useRecordForm } from '../../ui/saved/useRecordForm.ts';

const registers = {
  organisationId: 'who',
  nameText: 'who',
  signatoryId: 'signatory',
  signatoryText: 'signatory',
  approvalNeeded: 'approval',
  approvalNumber: 'approval',
  approvalOn: 'approval',
};

type Draft = Pick<
  PartyView,
  | 'organisationId'
  | 'nameText'
  | 'shortName'
  | 'signatoryId'
  | 'signatoryText'
  | 'signatoryPosition'
  | 'ground'
  | 'approvalNeeded'
  | 'approvalNumber'
  | 'approvalOn'
>;

const draftOf = (party: PartyView | null): Draft => ({
  organisationId: party?.organisationId ?? null,
  nameText: party?.nameText ?? '',
  shortName: party?.shortName ?? '',
  signatoryId: party?.signatoryId ?? null,
  signatoryText: party?.signatoryText ?? '',
  signatoryPosition: party?.signatoryPosition ?? '',
  ground: party?.ground ?? '',
  approvalNeeded: party?.approvalNeeded ?? false,
  approvalNumber: party?.approvalNumber ?? '',
  approvalOn: party?.approvalOn ?? null,
});

/** A party: the organisation, what the text calls it, who signs for it and on what ground. */
export const PartyDialog = ({
  memorandum,
  party,
  onClose,
}: {
  memorandum: MemorandumDetail;
  /** The one to change; null: a new one. */
  party: PartyView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['memoranda', 'common']);
  const { run, error, running } = useActs();
  const form = useRecordForm<Draft, object>({
    row: party,
    start: draftOf(party),
    registers,
    add: (all) => client.memoranda.addParty({ memorandumId: memorandum.id, ...all }),
    update: (id, patch, base) => client.memoranda.updateParty({ id, patch, base }),
    onKept: onClose,
  });
  const { value: draft, set, wrong } = form;
  const locked = !memorandum.editable;
  const at = party === null ? -1 : memorandum.partyRows.findIndex(({ id }) => id === party.id);
  const act = async (does: () => Promise<unknown>): Promise<void> => {
    if ((await run(does)) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={party === null ? t('party.add') : t('party.edit')}
      submitting={form.saving || running}
      submitDisabled={draft.organisationId === null && draft.nameText.trim() === ''}
      error={form.error ?? error}
      onSubmit={locked ? undefined : form.save}
      actions={
        party === null || locked ? undefined : (
          <>
            <Button variant="danger" onClick={() => void act(() => client.memoranda.removeParty({ id: party.id }))}>
              {t('common:action.remove')}
            </Button>
            <Button
              disabled={at <= 0}
              onClick={() => void act(() => client.memoranda.moveParty({ id: party.id, to: at - 1 }))}
            >
              {t('common:action.moveUp')}
            </Button>
          </>
        )
      }
    >
      {locked ? <Notice tone="info">{t('party.locked')}</Notice> : null}
      <FormGrid>
        <OrganisationField
          label={t('party.organisation')}
          full
          required
          disabled={locked}
          takesFocus={party === null}
          value={draft.organisationId}
          onChange={(organisationId) => set({ organisationId })}
          error={wrong('organisationId') ?? wrong('nameText')}
        />
        <TextInput
          label={t('party.shortName')}
          hint={t('party.shortNameHint')}
          disabled={locked}
          value={draft.shortName}
          onChange={(shortName) => set({ shortName })}
          error={wrong('shortName')}
        />
        <PersonField
          label={t('party.signatory')}
          disabled={locked}
          value={draft.signatoryId}
          onChange={(signatoryId) => set({ signatoryId, signatoryText: '' })}
          error={wrong('signatoryId') ?? wrong('signatoryText')}
          hint={draft.signatoryText === '' ? undefined : t('party.asWritten', { name: draft.signatoryText })}
        />
        <TextInput
          label={t('party.position')}
          hint={t('party.positionHint')}
          disabled={locked}
          takesFocus={party !== null}
          value={draft.signatoryPosition}
          onChange={(signatoryPosition) => set({ signatoryPosition })}
          error={wrong('signatoryPosition')}
        />
        <TextInput
          label={t('party.ground')}
          hint={t('party.groundHint')}
          disabled={locked}
          value={draft.ground}
          onChange={(ground) => set({ ground })}
          error={wrong('ground')}
        />
      </FormGrid>
      <Checkbox
        label={t('party.approvalNeeded')}
        hint={t('party.approvalHint')}
        disabled={locked}
        checked={draft.approvalNeeded}
        onChange={(approvalNeeded) => set({ approvalNeeded })}
      />
      {draft.approvalNeeded ? (
        <FormGrid>
          <TextInput
            label={t('party.approvalNumber')}
            disabled={locked}
            value={draft.approvalNumber}
            onChange={(approvalNumber) => set({ approvalNumber })}
            error={wrong('approvalNumber')}
          />
          <DateField
            label={t('party.approvalOn')}
            disabled={locked}
            value={draft.approvalOn}
            onChange={(approvalOn) => set({ approvalOn })}
            error={wrong('approvalOn')}
          />
        </FormGrid>
      ) : null}
    </Dialog>
  );
};
