import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { formatDay } from '../../../shared/dates.ts';
import { TextLink } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { PanelRows } from '../../ui/PanelHead.tsx';

/** So many of those to come and of those that were are shown. */
const most = 3;

/** As many as the core is asked for: the newest. */
const asked = 40;

const MeetingLink = ({ meeting }: { meeting: MeetingRow }) => {
  const { t } = useTranslation(['vocabulary', 'common']);
  const { language } = useLanguage();
  const number = meeting.number === '' ? '' : ` ${t('common:numbered', meeting)}`;
  return (
    <li>
      <Link to={`/meetings/${meeting.id}`}>
        {meeting.title || `${t(`meetingKind.${meeting.kind}`)}${number}`}
        <small>
          {[meeting.heldOn === null ? '' : formatDay(meeting.heldOn, language), t(`meetingStatus.${meeting.status}`)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </Link>
    </li>
  );
};

/** The next meetings of a group and the last ones, each a link. */
export const GroupMeetings = ({ groupId }: { groupId: string }) => {
  const { t } = useTranslation(['directory', 'common']);
  const today = useToday();
  const { data } = useQuery(
    orpc.meetings.list.queryOptions({ input: { groupId, status: null, text: '', offset: 0, limit: asked } }),
  );
  if (data === undefined) return null;
  const isToCome = ({ status, heldOn }: MeetingRow): boolean =>
    status === 'inSession' || (status === 'planned' && (heldOn === null || heldOn >= today));
  const toCome = data.rows.filter(isToCome).toReversed().slice(0, most);
  const past = data.rows.filter((row) => !isToCome(row)).slice(0, most);
  return (
    <Section
      title={t('group.meetings')}
      count={data.total}
      action={<TextLink to="/meetings">{t('group.allMeetings')}</TextLink>}
    >
      {data.rows.length === 0 ? <p className="soft small">{t('group.noMeetings')}</p> : null}
      <PanelRows>
        {[...toCome, ...past].map((meeting) => (
          <MeetingLink key={meeting.id} meeting={meeting} />
        ))}
      </PanelRows>
    </Section>
  );
};
