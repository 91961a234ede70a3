import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { Button, TextLink } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Panel.tsx';
import { Table } from '../../../ui/Table.tsx';
import { byDimension, sumOf } from './participantRows.ts';
import { ParticipantsDialog } from './ParticipantsDialog.tsx';
import { useKeyName } from './useKeyName.ts';

/** Who took part: how many in all, and by sex, age, profession and country as far as it is known. */
export const Participants = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const [editing, setEditing] = useState(false);
  const keyName = useKeyName();
  const { participants, participantRows, countries } = activity;
  const groups = byDimension(participantRows);
  return (
    <Section
      title={t('activity.participants')}
      count={
        <>
          {participants === null ? null : <b style={{ color: 'var(--text)' }}>{participants}</b>}
          {countries > 1 ? ` ${t('activity.fromCountries', { count: countries })}` : null}
        </>
      }
      action={
        <Button size="small" variant="bare" onClick={() => setEditing(true)}>
          {t('activity.enterParticipants')}
        </Button>
      }
    >
      {groups.map(({ dimension, rows }) => (
        <Table
          key={dimension}
          label={t(`vocabulary:participantDimension.${dimension}`)}
          head={[
            t(`vocabulary:participantDimension.${dimension}`),
            <span key="sum" style={{ display: 'block', textAlign: 'right' }}>
              {sumOf(participantRows, dimension) ?? t('activity.people')}
            </span>,
          ]}
          rows={rows.map(({ key, people }) => ({
            key,
            cells: [
              keyName(dimension, key),
              <span key="people" style={{ display: 'block', textAlign: 'right' }}>
                {people ?? t('activity.someone')}
              </span>,
            ],
          }))}
        />
      ))}
      <p className="small" style={{ marginTop: 6 }}>
        <TextLink to={`/projects/${activity.projectId}/import?kind=registrationSheet&activity=${activity.id}`}>
          {t('activity.importSheet')}
        </TextLink>
      </p>
      {editing ? <ParticipantsDialog activity={activity} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
};
