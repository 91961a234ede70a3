import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail, ParticipantView } from '../../../shared/contract/meetings.ts';
import { participantRoles, type ParticipantRole } from '../../../shared/vocabulary.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useOrganisationOptions, usePersonOptions } from '../../ui/directory/options.ts';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useActs } from '../../ui/core/acts.ts';

const typedKey = 'typed';
const noSeat = 'none';

/** Somebody at the table: a member, a stand-in on a member's seat, or a guest who may stand in no directory. */
export const ParticipantDialog = (props: {
  meeting: MeetingDetail;
  /** The one to change; without it a new one. */
  one?: ParticipantView;
  /** A new one who stands in for this member. */
  insteadOf?: ParticipantView;
  onClose: () => void;
}) => {
  const { meeting, one, insteadOf, onClose } = props;
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { run, error, running } = useActs();
  const people = usePersonOptions(meeting.heldOn);
  const organisations = useOrganisationOptions();
  const { data: group } = useQuery(orpc.directory.group.queryOptions({ input: { id: meeting.groupId } }));

  const [who, setWho] = useState<Option | null>(() =>
    one === undefined ? null : { id: one.personId ?? typedKey, label: one.name },
  );
  const [role, setRole] = useState<ParticipantRole>(one?.role ?? (insteadOf === undefined ? 'guest' : 'member'));
  const [position, setPosition] = useState(one?.positionText ?? '');
  const [body, setBody] = useState<Option | null>(() => {
    const from = one ?? insteadOf;
    return from === undefined || from.organisationId === null
      ? null
      : { id: from.organisationId, label: from.organisation };
  });
  const [seatId, setSeatId] = useState(one?.seatId ?? insteadOf?.seatId ?? noSeat);
  const [insteadOfId, setInsteadOf] = useState(one?.insteadOfId ?? insteadOf?.personId ?? null);

  const listed = new Set(meeting.participants.flatMap(({ id, personId }) => (id === one?.id ? [] : [personId])));
  const seats = [
    { value: noSeat, label: t('participant.noSeat') },
    ...(group?.seatRows ?? []).map(({ id, shortName, organisation }) => ({
      value: id,
      label: shortName || organisation,
    })),
  ];
  const members = meeting.participants
    .filter(({ id, role: theirs, personId }) => id !== one?.id && theirs !== 'guest' && personId !== null)
    .map(({ personId, name, shortName }): Option => ({ id: personId ?? '', label: name, note: shortName }));
  const withSeat = role !== 'guest' && role !== 'adviser';

  const save = async (): Promise<void> => {
    const typed = who?.id === typedKey;
    const fields = {
      role,
      personId: typed ? null : (who?.id ?? null),
      nameText: typed ? who.label : '',
      positionText: position.trim(),
      organisationId: body?.id ?? null,
      seatId: withSeat && seatId !== noSeat ? seatId : null,
      insteadOfId: withSeat ? insteadOfId : null,
    };
    const saved = await run(async () => {
      if (one === undefined) await client.meetings.addParticipant({ meetingId: meeting.id, ...fields });
      else await client.meetings.updateParticipant({ id: one.id, patch: fields });
      return true;
    });
    if (saved === true) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={one === undefined ? t('participant.new') : t('participant.edit')}
      submitting={running}
      submitDisabled={who === null}
      error={error}
      onSubmit={() => void save()}
    >
      <Combobox
        label={t('participant.who')}
        required
        takesFocus
        options={people.filter(({ id }) => !listed.has(id))}
        value={who}
        onChange={setWho}
        createLabel={(typed) => t('participant.asTyped', { name: typed })}
        onCreate={(typed) => setWho({ id: typedKey, label: typed })}
      />
      <FormGrid>
        <Select
          label={t('participant.role')}
          value={role}
          onChange={setRole}
          options={participantRoles.map((value) => ({ value, label: t(`vocabulary:participantRole.${value}`) }))}
        />
        <TextInput
          label={t('participant.position')}
          hint={t('participant.positionHint')}
          value={position}
          onChange={setPosition}
        />
      </FormGrid>
      <Combobox label={t('participant.organisation')} options={organisations} value={body} onChange={setBody} />
      {withSeat ? (
        <FormGrid>
          <Select label={t('participant.seat')} value={seatId} onChange={setSeatId} options={seats} />
          <Combobox
            label={t('participant.insteadOf')}
            options={members}
            value={members.find(({ id }) => id === insteadOfId) ?? null}
            onChange={(option) => setInsteadOf(option?.id ?? null)}
          />
        </FormGrid>
      ) : null}
    </Dialog>
  );
};
