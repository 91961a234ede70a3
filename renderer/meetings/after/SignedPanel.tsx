import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button, LinkButton, TextLink } from '../../ui/Button.tsx';
import { client } from '../../ui/core/client.ts';
import { PlusIcon, ShieldIcon } from '../../ui/icons.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { DetailList, Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useActs } from '../../ui/core/acts.ts';

const Hash = styled('code')({ fontSize: 11, overflowWrap: 'anywhere', fontFamily: 'ui-monospace, monospace' });

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& li': { borderTop: '1px solid var(--line)', padding: '7px 0' },
  '& li:first-of-type': { borderTop: 0 },
  '& p': { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

type Verified = { intact: boolean; differs: readonly string[] };

/** Who signed what; whether the records still say it; and what was corrected since. */
export const SignedPanel = ({ meeting, onCorrect }: { meeting: MeetingDetail; onCorrect: () => void }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { run, error, running } = useActs();
  const [verified, setVerified] = useState<Verified | null>(null);
  const signature = meeting.signatures[0];
  const verify = async (): Promise<void> => {
    const result = await run(() => client.meetings.verify({ id: meeting.id }));
    if (result !== undefined) setVerified(result);
  };
  return (
    <>
      <Section title={t('signed.title')}>
        {signature === undefined ? null : (
          <DetailList
            items={[
              { label: t('sign.number'), value: signature.number },
              { label: t('sign.on'), value: formatDay(signature.signedOn, language, 'long') },
              { label: t('chair.chair'), value: signature.chairName },
              { label: t('chair.secretary'), value: signature.secretaryName },
              { label: t('signed.hash'), value: <Hash>{signature.hash}</Hash> },
            ]}
          />
        )}
        {meeting.signatures.length < 2 ? null : (
          <Notice tone={meeting.undecided ? 'amber' : 'info'}>
            {t(meeting.undecided ? 'signed.twice' : 'apart.superseded')}
            <br />
            <TextLink to={`/meetings/${meeting.id}/signed`}>
              {t(meeting.undecided ? 'apart.compare' : 'apart.show')}
            </TextLink>
          </Notice>
        )}
        <div style={{ margin: '10px 0 6px' }}>
          <Button size="small" icon={<ShieldIcon size={13} />} waiting={running} onClick={() => void verify()}>
            {t('signed.verify')}
          </Button>
        </div>
        {verified === null ? null : verified.intact ? (
          <Notice tone="ok">{t('signed.intact')}</Notice>
        ) : (
          <Notice tone="error">{t('signed.differs', { what: verified.differs.join(', ') })}</Notice>
        )}
        <ErrorNotice error={error} />
      </Section>
      <Section
        title={t('corrections.title')}
        count={meeting.corrections.length === 0 ? undefined : meeting.corrections.length}
        action={
          <Button size="small" variant="bare" icon={<PlusIcon size={13} />} onClick={onCorrect}>
            {t('common:action.add')}
          </Button>
        }
      >
        {meeting.corrections.length === 0 ? <p className="soft small">{t('corrections.empty')}</p> : null}
        <List>
          {meeting.corrections.map((correction) => (
            <li key={correction.id}>
              <div className="soft small">
                {correction.number} · {formatDay(correction.correctedOn, language)} ·{' '}
                <LinkButton
                  onClick={() =>
                    void navigate(`/meetings/${meeting.id}/documents/correction?correction=${correction.id}`)
                  }
                >
                  {t('corrections.word')}
                </LinkButton>
              </div>
              {correction.was === '' ? null : (
                <p className="soft">
                  <s>{correction.was}</s>
                </p>
              )}
              <p>{correction.now}</p>
              <p className="soft small">{correction.reason}</p>
            </li>
          ))}
        </List>
      </Section>
      {meeting.remarks.length === 0 ? null : (
        <Section title={t('remarks.title')} count={meeting.remarks.length}>
          <List>
            {meeting.remarks.map((remark) => (
              <li key={remark.id}>
                <div className="soft small">{remark.author}</div>
                <p>{remark.text}</p>
                {remark.outcomeText === '' ? null : <p className="soft">{remark.outcomeText}</p>}
              </li>
            ))}
          </List>
        </Section>
      )}
    </>
  );
};
