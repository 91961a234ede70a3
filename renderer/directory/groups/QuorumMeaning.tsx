import { useTranslation } from 'react-i18next';
import type { GroupDetail } from '../../../shared/contract/directory.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { requiredSeats } from '../../../shared/rules/quorum.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useToday } from '../../ui/window/today.ts';
import { isNow } from '../usePeriodWords.ts';

/**
 * Who counts towards the quorum on a day: voting seats, or in a group without seats each member who is no adviser.
 */
export const votersOf = ({ seatRows, memberRows }: GroupDetail, today: IsoDay): { bySeats: boolean; count: number } => {
  const seats = seatRows.filter((seat) => isNow(seat, today));
  if (seats.length > 0) return { bySeats: true, count: seats.filter(({ votes }) => votes).length };
  const members = memberRows.filter((member) => isNow(member, today) && member.role !== 'adviser');
  return { bySeats: false, count: members.length };
};

/** The rule in numbers: how many of how many must be there now. */
export const QuorumMeaning = ({ group }: { group: GroupDetail }) => {
  const { t } = useTranslation('directory');
  const today = useToday();
  const { bySeats, count } = votersOf(group, today);
  if (count === 0) return <Notice tone="amber">{t('quorum.nobody')}</Notice>;
  const required = requiredSeats({ kind: group.quorumKind, fixed: group.quorumFixed }, count);
  const words = t(bySeats ? 'quorum.ofSeats' : 'quorum.ofMembers', { required, count });
  return required > count ? (
    <Notice tone="amber">
      {words} {t('quorum.never')}
    </Notice>
  ) : (
    <Notice>{words}</Notice>
  );
};
