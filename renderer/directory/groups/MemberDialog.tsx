import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupDetail, MembershipRow } from '../../../shared/contract/directory.ts';
import { memberRoles, type MemberRole } from '../../../shared/vocabulary.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { ArrowRightIcon, DeleteIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useToday } from '../../ui/window/today.ts';
import { PersonField } from '../../ui/directory/DirectoryFields.tsx';
import { isPast } from '../usePeriodWords.ts';
import { HandOverDialog } from './HandOverDialog.tsx';

const noSeat = 'none';

type Fields = { personId: string | null; role: MemberRole; seatId: string | null; startsOn: string | null };

const first = (member: MembershipRow | undefined): Fields => ({
  personId: member?.personId ?? null,
  role: member?.role ?? 'member',
  seatId: member?.seatId ?? null,
  startsOn: member?.startsOn ?? null,
});

/** A member of a group: a new one, or one that is there with their role, seat and time. */
export const MemberDialog = (props: {
  group: GroupDetail;
  /** Undefined for a new one. */
  member: MembershipRow | undefined;
  onClose: () => void;
}) => {
  const { group, member, onClose } = props;
  const { t } = useTranslation(['directory', 'vocabulary', 'common']);
  const { fieldName } = useRecordWords();
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const today = useToday();
  const { data: people } = useQuery(orpc.directory.people.queryOptions({ input: { on: null } }));
  const [fields, setFields] = useState(() => first(member));
  const [endsOn, setEndsOn] = useState(member?.endsOn ?? null);
  const [handing, setHanding] = useState(false);
  const change = (part: Partial<Fields>): void => setFields((now) => ({ ...now, ...part }));
  const present = group.memberRows.filter((one) => !isPast(one, today));
  const there = new Set(present.map(({ personId }) => personId));
  const seats = group.seatRows.filter((seat) => !isPast(seat, today) || seat.id === fields.seatId);

  const choose = (personId: string | null): void => {
    // whoever comes for an agency takes its seat
    const agency = people?.find(({ id }) => id === personId)?.organisationId;
    const seat = seats.find(({ organisationId }) => organisationId === agency);
    change({ personId, ...(seat === undefined ? {} : { seatId: seat.id }) });
  };
  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const save = async (): Promise<void> => {
    const { personId, role, seatId, startsOn } = fields;
    if (personId === null) return;
    const saved = await run(async () =>
      member === undefined
        ? client.directory.addMember({ groupId: group.id, personId, role, seatId, startsOn })
        : client.directory.updateMember({ id: member.id, patch: { role, seatId, startsOn, endsOn } }),
    );
    if (saved !== undefined) onClose();
  };
  const remove = async (id: string): Promise<void> => {
    if ((await run(() => client.directory.removeMember({ id }))) !== undefined) onClose();
  };
  if (handing && member !== undefined) return <HandOverDialog member={member} without={there} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={member?.name ?? t('member.add')}
      submitLabel={member === undefined ? t('common:action.add') : t('common:action.save')}
      submitting={running}
      submitDisabled={fields.personId === null}
      error={['personId', 'seatId', 'startsOn', 'endsOn'].includes(field ?? '') ? undefined : error}
      onSubmit={() => void save()}
      actions={
        member === undefined ? undefined : (
          <>
            {isPast(member, today) ? null : (
              <Button icon={<ArrowRightIcon />} onClick={() => setHanding(true)}>
                {t('member.handOver')}
              </Button>
            )}
            <Button icon={<DeleteIcon />} onClick={() => void remove(member.id)}>
              {t('common:action.remove')}
            </Button>
          </>
        )
      }
    >
      {member === undefined ? (
        <PersonField
          label={fieldName('membership', 'personId')}
          required
          takesFocus
          value={fields.personId}
          onChange={choose}
          without={there}
          error={wrong('personId')}
        />
      ) : (
        <p className="soft">
          {[member.position, member.organisation].filter(Boolean).join(', ')}{' '}
          <TextLink to={`/directory/people/${member.personId}`}>{t('member.toPerson')}</TextLink>
        </p>
      )}
      <FormGrid>
        <Select
          label={fieldName('membership', 'role')}
          value={fields.role}
          onChange={(role) => change({ role })}
          options={memberRoles.map((value) => ({ value, label: t(`vocabulary:memberRole.${value}`) }))}
        />
        <Select
          label={fieldName('membership', 'seatId')}
          value={fields.seatId ?? noSeat}
          onChange={(value) => change({ seatId: value === noSeat ? null : value })}
          error={wrong('seatId')}
          options={[
            { value: noSeat, label: t('member.noSeat') },
            ...seats.map(({ id, shortName }) => ({ value: id, label: shortName })),
          ]}
        />
        <DateField
          label={t('period.startsOn')}
          value={fields.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          error={wrong('startsOn')}
        />
        {member === undefined ? null : (
          <DateField
            label={t('period.endsOn')}
            hint={t('period.endsOnHint')}
            value={endsOn}
            onChange={setEndsOn}
            error={wrong('endsOn')}
          />
        )}
      </FormGrid>
    </Dialog>
  );
};
