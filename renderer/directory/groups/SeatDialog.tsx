import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatRow } from '../../../shared/contract/directory.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { DeleteIcon } from '../../ui/icons.tsx';

/** An agency's seat: whether it votes, and from when to when it is there. */
export const SeatDialog = ({ seat, onClose }: { seat: SeatRow; onClose: () => void }) => {
  const { t } = useTranslation(['directory', 'common']);
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [votes, setVotes] = useState(seat.votes);
  const [startsOn, setStartsOn] = useState(seat.startsOn);
  const [endsOn, setEndsOn] = useState(seat.endsOn);
  const field = errorField(error);
  const save = async (): Promise<void> => {
    const saved = await run(() => client.directory.updateSeat({ id: seat.id, patch: { votes, startsOn, endsOn } }));
    if (saved !== undefined) onClose();
  };
  const remove = async (): Promise<void> => {
    if ((await run(() => client.directory.removeSeat({ id: seat.id }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={seat.organisation}
      submitting={running}
      error={field === 'endsOn' ? undefined : error}
      onSubmit={() => void save()}
      actions={
        <Button icon={<DeleteIcon />} onClick={() => void remove()}>
          {t('common:action.remove')}
        </Button>
      }
    >
      <p className="soft">
        <TextLink to={`/directory/organisations/${seat.organisationId}`}>{t('seat.toOrganisation')}</TextLink>
      </p>
      <Checkbox label={t('seat.votes')} hint={t('seat.votesHint')} checked={votes} onChange={setVotes} />
      <FormGrid>
        <DateField label={t('period.startsOn')} value={startsOn} onChange={setStartsOn} />
        <DateField
          label={t('period.endsOn')}
          hint={t('period.endsOnHint')}
          value={endsOn}
          onChange={setEndsOn}
          error={field === 'endsOn' ? errorText(error) : undefined}
        />
      </FormGrid>
    </Dialog>
  );
};
