import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupDetail, MembershipRow } from '../../../shared/contract/directory.ts';
import { Chip } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';
import { useToday } from '../../ui/window/today.ts';
import { PeriodText } from '../PeriodText.tsx';
import { isPast } from '../usePeriodWords.ts';
import { MemberDialog } from './MemberDialog.tsx';
import { Block, EntryRow, Former } from './rowLook.ts';
import { useReorder } from './useReorder.ts';

/** Offices of the group stand out; members are the rule. */
const Role = ({ role }: { role: MembershipRow['role'] }) => {
  const { t } = useTranslation('vocabulary');
  const words = t(`memberRole.${role}`);
  if (role === 'member') return <span className="soft">{words}</span>;
  return (
    <span title={words}>
      <Chip size="small" tone={role === 'adviser' ? 'violet' : 'ink'}>
        <span className="cut">{words}</span>
      </Chip>
    </span>
  );
};

/** Everybody in a group, in its order; each opens. Those who left stand below. */
export const Members = (props: { group: GroupDetail; refetch: () => Promise<unknown>; onAdd: () => void }) => {
  const { group, refetch, onAdd } = props;
  const { t } = useTranslation(['directory', 'vocabulary']);
  const today = useToday();
  const { run, error } = useActs();
  const [openId, setOpenId] = useState<string>();
  const { shown: present, move } = useReorder({
    rows: group.memberRows,
    isShown: (member) => !isPast(member, today),
    send: (id, to) => run(() => client.directory.moveMember({ id, to })),
    refetch,
  });
  const former = group.memberRows.filter((member) => isPast(member, today));
  const seats = new Map(group.seatRows.map((seat) => [seat.id, seat.shortName]));
  const open = group.memberRows.find(({ id }) => id === openId);
  const line = (member: MembershipRow) => (
    <button type="button" data-open="" onClick={() => setOpenId(member.id)}>
      <span title={[member.name, member.position, member.organisation].filter(Boolean).join(', ')}>
        <b>{member.name}</b>
        <small>{[member.position, member.organisation].filter(Boolean).join(', ') || t('person.noOffice')}</small>
      </span>
      <Role role={member.role} />
      <span className="soft cut" title={member.seatId === null ? undefined : seats.get(member.seatId)}>
        {member.seatId === null ? '' : (seats.get(member.seatId) ?? '')}
      </span>
      <PeriodText period={member} />
    </button>
  );
  return (
    <Block>
      <header>
        <h2>{t('group.members')}</h2>
        <span className="soft small">{present.length > 0 ? present.length : null}</span>
      </header>
      <ErrorNotice error={error} />
      {present.length === 0 ? (
        <EmptyState text={t('member.empty')} action={{ label: t('member.add'), run: onAdd, shortcut: 'Ctrl+N' }} />
      ) : (
        <ReorderList
          label={t('group.members')}
          items={present}
          getKey={({ id }) => id}
          getLabel={({ name }) => name}
          onMove={move}
          renderItem={(member, { handle }) => (
            <EntryRow>
              <span>{handle}</span>
              {line(member)}
            </EntryRow>
          )}
        />
      )}
      {former.length === 0 ? null : (
        <Former>
          <summary>{t('member.former', { count: former.length })}</summary>
          {former.map((member) => (
            <EntryRow key={member.id}>
              <span />
              {line(member)}
            </EntryRow>
          ))}
        </Former>
      )}
      {open === undefined ? null : (
        <MemberDialog key={open.id} group={group} member={open} onClose={() => setOpenId(undefined)} />
      )}
    </Block>
  );
};
