import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { formatDay } from '../../../../shared/dates.ts';
import { Button, IconButton, TextLink } from '../../../ui/Button.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { CloseIcon, PlusIcon } from '../../../ui/icons.tsx';
import { ErrorNotice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Panel.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { DependencyDialog } from './DependencyDialog.tsx';
import { Lines } from '../../fields/Lines.ts';
import { MakeMeetingDialog, LinkMeetingDialog } from './MeetingDialogs.tsx';
import { ObligationDialog } from './ObligationDialog.tsx';

/** The meeting with minutes that a round table is, where one wants it. */
export const Meeting = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { run, error } = useActs();
  const [dialog, setDialog] = useState<'make' | 'link'>();
  const { meeting } = activity;
  return (
    <Section title={t('activity.meeting')}>
      {meeting === null ? (
        <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
          <Button size="small" icon={<PlusIcon size={13} />} onClick={() => setDialog('make')}>
            {t('activity.makeMeeting')}
          </Button>
          <Button size="small" onClick={() => setDialog('link')}>
            {t('activity.linkMeeting')}
          </Button>
        </div>
      ) : (
        <Lines>
          <li>
            <span className="words">
              <TextLink to={`/meetings/${meeting.id}`}>
                {[
                  meeting.title,
                  meeting.number === '' ? '' : t('common:numbered', meeting),
                  meeting.heldOn === null ? '' : formatDay(meeting.heldOn, language),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </TextLink>
            </span>
            <IconButton
              size="small"
              label={t('activity.unlinkMeeting')}
              icon={<CloseIcon size={13} />}
              onClick={() => void run(() => client.projects.linkMeeting({ id: activity.id, meetingId: null }))}
            />
          </li>
        </Lines>
      )}
      <ErrorNotice error={error} />
      {dialog === 'make' ? (
        <MakeMeetingDialog
          activity={activity}
          onClose={() => setDialog(undefined)}
          onMade={(id) => void navigate(`/meetings/${id}`)}
        />
      ) : null}
      {dialog === 'link' ? <LinkMeetingDialog activity={activity} onClose={() => setDialog(undefined)} /> : null}
    </Section>
  );
};

/** What it waits for, and what waits for it. */
export const Dependencies = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation('projects');
  const { run, error } = useActs();
  const [adding, setAdding] = useState(false);
  const { after, before } = activity;
  const lag = (days: number): string => (days === 0 ? '' : ` · ${t('activity.lag', { count: days })}`);
  const link = (id: string): string => `/projects/${activity.projectId}/activities?activity=${id}`;
  return (
    <Section
      title={t('activity.dependencies')}
      count={after.length + before.length || undefined}
      action={
        <Button size="small" variant="bare" icon={<PlusIcon size={13} />} onClick={() => setAdding(true)}>
          {t('activity.addAfter')}
        </Button>
      }
    >
      <Lines aria-label={t('activity.dependencies')}>
        {[
          ...after.map((one) => ({ ...one, words: t('activity.after') })),
          ...before.map((one) => ({ ...one, words: t('activity.before') })),
        ].map(({ id, activityId, number, title, lagDays, words }) => (
          <li key={id}>
            <span className="words">
              <span className="soft">{words}</span> <TextLink to={link(activityId)}>{`${number} ${title}`}</TextLink>
              <span className="soft">{lag(lagDays)}</span>
            </span>
            <IconButton
              size="small"
              label={t('activity.dropDependency', { title })}
              icon={<CloseIcon size={13} />}
              onClick={() => void run(() => client.projects.removeDependency({ id }))}
            />
          </li>
        ))}
      </Lines>
      <ErrorNotice error={error} />
      {adding ? <DependencyDialog activity={activity} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
};

/** The obligations of memoranda that it carries out. */
export const Obligations = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation('projects');
  const { run, error } = useActs();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('activity.obligations')}
      count={activity.obligations.length || undefined}
      action={
        <Button size="small" variant="bare" icon={<PlusIcon size={13} />} onClick={() => setAdding(true)}>
          {t('activity.addObligation')}
        </Button>
      }
    >
      <Lines aria-label={t('activity.obligations')}>
        {activity.obligations.map(({ id, memorandumId, memorandum, text }) => (
          <li key={id}>
            <span className="words">
              <TextLink to={`/memoranda/${memorandumId}?obligation=${id}`}>{memorandum}</TextLink>
              <span className="soft"> {text}</span>
            </span>
            <IconButton
              size="small"
              label={t('activity.dropObligation')}
              icon={<CloseIcon size={13} />}
              onClick={() => void run(() => client.projects.unlinkObligation({ id: activity.id, obligationId: id }))}
            />
          </li>
        ))}
      </Lines>
      <ErrorNotice error={error} />
      {adding ? <ObligationDialog activity={activity} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
};
