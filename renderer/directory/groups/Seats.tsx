import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupDetail, SeatRow } from '../../../shared/contract/directory.ts';
import { Chip } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';
import { useToday } from '../../ui/window/today.ts';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';
import { PeriodText } from '../PeriodText.tsx';
import { isPast } from '../usePeriodWords.ts';
import { Block, EntryRow, Former } from './rowLook.ts';
import { SeatDialog } from './SeatDialog.tsx';
import { useReorder } from './useReorder.ts';

/** The agencies at a group's table, in its order; each opens, and another is added by its name. */
export const Seats = ({ group, refetch }: { group: GroupDetail; refetch: () => Promise<unknown> }) => {
  const { t } = useTranslation('directory');
  const today = useToday();
  const { run, error } = useActs();
  const [openId, setOpenId] = useState<string>();
  // the field to add by is drawn anew, and thereby empty, after each
  const [added, setAdded] = useState(0);
  const { shown: present, move } = useReorder({
    rows: group.seatRows,
    isShown: (seat) => !isPast(seat, today),
    send: (id, to) => run(() => client.directory.moveSeat({ id, to })),
    refetch,
  });
  const former = group.seatRows.filter((seat) => isPast(seat, today));
  const taken = new Set(present.map(({ organisationId }) => organisationId));
  const open = group.seatRows.find(({ id }) => id === openId);
  const sitting = (seat: SeatRow): string =>
    group.memberRows
      .filter((member) => member.seatId === seat.id && !isPast(member, today))
      .map(({ name }) => name)
      .join(', ');
  const add = async (organisationId: string): Promise<void> => {
    await run(() => client.directory.addSeat({ groupId: group.id, organisationId, votes: true }));
    setAdded((count) => count + 1);
  };
  const line = (seat: SeatRow) => (
    <button type="button" data-open="" data-kind="seat" onClick={() => setOpenId(seat.id)}>
      <span title={seat.organisation}>
        <b>{seat.organisation}</b>
        <small>{sitting(seat) || t('seat.vacant')}</small>
      </span>
      <span>
        <Chip size="small" tone={seat.votes ? 'neutral' : 'violet'}>
          {seat.votes ? t('seat.votes') : t('seat.noVote')}
        </Chip>
      </span>
      <PeriodText period={seat} />
    </button>
  );
  return (
    <Block>
      <header>
        <h2>{t('group.seats')}</h2>
        <span className="soft small">{present.length > 0 ? present.length : null}</span>
      </header>
      {present.length === 0 ? <p className="soft small">{t('seat.empty')}</p> : null}
      <ReorderList
        label={t('group.seats')}
        items={present}
        getKey={({ id }) => id}
        getLabel={({ organisation }) => organisation}
        onMove={move}
        renderItem={(seat, { handle }) => (
          <EntryRow>
            <span>{handle}</span>
            {line(seat)}
          </EntryRow>
        )}
      />
      <div style={{ maxWidth: 420, marginTop: 10 }}>
        <OrganisationField
          key={added}
          label={t('seat.add')}
          takesFocus={added > 0}
          value={null}
          without={taken}
          onChange={(id) => {
            if (id !== null) void add(id);
          }}
        />
      </div>
      <div style={{ marginTop: 8 }}>
        <ErrorNotice error={error} />
      </div>
      {former.length === 0 ? null : (
        <Former>
          <summary>{t('seat.former', { count: former.length })}</summary>
          {former.map((seat) => (
            <EntryRow key={seat.id}>
              <span />
              {line(seat)}
            </EntryRow>
          ))}
        </Former>
      )}
      {open === undefined ? null : <SeatDialog key={open.id} seat={open} onClose={() => setOpenId(undefined)} />}
    </Block>
  );
};
