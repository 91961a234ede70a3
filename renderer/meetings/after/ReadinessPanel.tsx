import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import { isIsoDay, formatDay } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { CheckIcon, CloseIcon, InfoIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& li': { display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', gap: 6, padding: '4px 0' },
  '& svg': { marginTop: 2 },
});

/** What stands in the way of signing, and what only deserves a look. */
export const Findings = ({ meetingId }: { meetingId: string }) => {
  const { t } = useTranslation('meetings');
  const { language } = useLanguage();
  const errorText = useErrorText();
  const { data: findings } = useQuery(orpc.meetings.readiness.queryOptions({ input: { id: meetingId } }));
  if (findings === undefined) return null;
  // days come as they are stored; a text shows them as people write them
  const shown = (params: Record<string, string | number>): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isIsoDay(value) ? formatDay(value, language) : value]),
    );
  if (findings.length === 0) {
    return (
      <List>
        <li>
          <span style={{ color: 'var(--green)' }}>
            <CheckIcon />
          </span>
          {t('readiness.ready')}
        </li>
      </List>
    );
  }
  return (
    <List>
      {findings.map(({ code, params, blocking }, index) => (
        // the same finding can stand twice, each of another item
        <li key={`${code} ${index}`}>
          <span style={{ color: blocking ? 'var(--red)' : 'var(--amber)' }}>
            {blocking ? <CloseIcon /> : <InfoIcon />}
          </span>
          <span>
            <span className="unseen">{blocking ? t('readiness.blocking') : t('readiness.advice')}: </span>
            {errorText(new AppError(code, shown(params)))}
          </span>
        </li>
      ))}
    </List>
  );
};

export const ReadinessPanel = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation('meetings');
  return (
    <Section title={t('readiness.title')}>
      <Findings meetingId={meeting.id} />
    </Section>
  );
};
