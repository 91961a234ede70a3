import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { KeptConflict } from '../../shared/contract/workspace.ts';
import { MarkedText } from '../ui/records/MarkedText.tsx';
import { parsedValue } from '../ui/records/recordWords.ts';
import { useRecordWords } from '../ui/records/useRecordWords.ts';
import { wordDiff } from '../ui/records/wordDiff.ts';
import { useLanguage } from '../ui/window/language.ts';
import { momentWords } from '../ui/window/whenWords.ts';

const Sides = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  gap: 8,
  margin: 0,
  '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Side = styled('div')({
  padding: '8px 11px 10px',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  '& > dt': { fontSize: 12, color: 'var(--soft)', marginBottom: 2 },
  '& > dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  // never by colour alone: the line under the words tells the sides apart too
  '& mark': {
    color: 'inherit',
    background: 'var(--green-soft)',
    borderRadius: 2,
    borderBottom: '1px solid var(--green)',
  },
  '&.lost': { borderStyle: 'dashed' },
  '&.lost mark': { background: 'var(--amber-soft)', borderBottom: '1px dashed var(--amber)' },
});

/** The value in force and the one that is not, whose it was, side by side; the words that differ are marked. */
export const ConflictValues = ({ conflict }: { conflict: KeptConflict }) => {
  const { t } = useTranslation('workspace');
  const { language } = useLanguage();
  const { valueText } = useRecordWords();
  const text = (json: string | null): string =>
    valueText(conflict.entity, conflict.field, parsedValue(json), conflict.names);
  const [kept, lost] = wordDiff(text(conflict.kept), text(conflict.lost));
  return (
    <Sides>
      <Side>
        <dt>{t('conflicts.kept')}</dt>
        <dd>
          <MarkedText runs={kept} />
        </dd>
      </Side>
      <Side className="lost">
        <dt>
          {t('conflicts.lost')} · {conflict.author} · {momentWords(conflict.writtenAt, language)}
        </dt>
        <dd>
          <MarkedText runs={lost} />
        </dd>
      </Side>
    </Sides>
  );
};
