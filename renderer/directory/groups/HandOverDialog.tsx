import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MembershipRow } from '../../../shared/contract/directory.ts';
import { addDays, formatDay } from '../../../shared/dates.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { PersonField } from '../../ui/directory/DirectoryFields.tsx';

/** Ends one membership and begins another in its place on a day, with the same role and seat. */
export const HandOverDialog = (props: {
  member: MembershipRow;
  /** Who is in the group already. */
  without: ReadonlySet<string>;
  onClose: () => void;
}) => {
  const { member, without, onClose } = props;
  const { t } = useTranslation(['directory', 'vocabulary']);
  const { language } = useLanguage();
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const today = useToday();
  const [personId, setPersonId] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const field = errorField(error);
  const hand = async (): Promise<void> => {
    if (personId === null || on === null) return;
    const done = await run(() => client.directory.handOverMember({ id: member.id, personId, on }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('member.handOverTitle', { name: member.name })}
      submitLabel={t('member.handOver')}
      submitting={running}
      submitDisabled={personId === null || on === null}
      error={field === 'personId' || field === 'on' || field === 'endsOn' ? undefined : error}
      onSubmit={() => void hand()}
    >
      <p className="soft">{t('member.handOverText', { role: t(`vocabulary:memberRole.${member.role}`) })}</p>
      <PersonField
        label={t('member.successor')}
        required
        takesFocus
        value={personId}
        onChange={setPersonId}
        without={without}
        error={field === 'personId' ? errorText(error) : undefined}
      />
      <DateField
        label={t('member.handOverOn')}
        required
        hint={
          on === null
            ? undefined
            : t('member.handOverEnds', { name: member.name, day: formatDay(addDays(on, -1), language) })
        }
        value={on}
        onChange={setOn}
        error={field === 'on' || field === 'endsOn' ? errorText(error) : undefined}
      />
    </Dialog>
  );
};
