import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../../shared/dates.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { EvidenceFiles } from './Evidence.tsx';

const Note = styled('li')({
  fontSize: 13,
  lineHeight: 1.4,
  marginBottom: 6,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
  '& > small': { display: 'flex', alignItems: 'center', gap: 4, fontSize: 12, color: 'var(--soft)', minHeight: 24 },
});

/** What was said of its progress, the newest first, each with its day, author and files. */
export const Notes = ({ decision }: { decision: DecisionDetail }) => {
  const { t } = useTranslation('decisions');
  const { language } = useLanguage();
  const { run, error } = useActs();
  const { notes } = decision;
  return (
    <Section title={t('note.title')} count={notes.length === 0 ? undefined : notes.length}>
      {notes.length === 0 ? <p className="soft small">{t('note.none')}</p> : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {notes.map(({ id, text, notedOn, author, evidence }) => (
          <Note key={id}>
            {text}
            <small>
              {[formatDay(notedOn, language), author].filter(Boolean).join(' · ')}
              <span style={{ flex: 1 }} />
              <IconButton
                size="small"
                label={t('note.remove', { day: formatDay(notedOn, language) })}
                icon={<CloseIcon size={13} />}
                onClick={() => void run(() => client.decisions.removeNote({ id }))}
              />
            </small>
            <EvidenceFiles files={evidence} />
          </Note>
        ))}
      </ul>
      <ErrorNotice error={error} />
    </Section>
  );
};
