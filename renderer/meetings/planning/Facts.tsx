import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { languageNames } from '../../../shared/languages.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button } from '../../ui/Button.tsx';
import { EditIcon } from '../../ui/icons.tsx';
import { DetailList, Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import type { Names } from '../names/names.ts';
import { FactsDialog } from './FactsDialog.tsx';

/** When, where, who presides: the head of the minutes. */
export const Facts = ({ meeting, names, locked }: { meeting: MeetingDetail; names: Names; locked: boolean }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const times = [meeting.startsAt, meeting.endsAt].filter((time) => time !== null).join('–');
  const held = [meeting.openedAt, meeting.closedAt].filter((time) => time !== null).join('–');
  return (
    <Section
      title={t('facts.title')}
      action={
        locked ? null : (
          <Button size="small" variant="bare" icon={<EditIcon size={13} />} onClick={() => setEditing(true)}>
            {t('common:action.edit')}
          </Button>
        )
      }
    >
      <DetailList
        items={[
          { label: t('new.kind'), value: t(`vocabulary:meetingKind.${meeting.kind}`) },
          { label: t('new.about'), value: meeting.title },
          {
            label: t('common:col.date'),
            value: meeting.heldOn === null ? t('list.noDay') : formatDay(meeting.heldOn, language, 'weekdayLong'),
          },
          { label: t('common:col.time'), value: times },
          { label: t('facts.held'), value: held },
          { label: t('common:col.place'), value: meeting.place },
          { label: t('facts.link'), value: meeting.link },
          { label: t('chair.chair'), value: meeting.chair },
          { label: t('chair.secretary'), value: meeting.secretary },
          { label: t('new.language'), value: languageNames[meeting.language] },
          { label: t('common:col.note'), value: meeting.note },
        ]}
      />
      {editing ? <FactsDialog meeting={meeting} names={names} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
};
