import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../shared/contract/workspace.ts';
import { formatDay } from '../../shared/dates.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { canPrintToPdf, printPage, printToPdf } from '../ui/core/files.ts';
import { PrintIcon } from '../ui/icons.tsx';
import { DetailList } from '../ui/Panel.tsx';
import { PrintAlone } from '../ui/PrintAlone.tsx';
import { useLanguage } from '../ui/window/language.ts';

/** The sheet as it is printed: alone on its page, black on white. */
const Leaf = styled('article')({
  border: '1px solid var(--line-strong)',
  borderRadius: 3,
  background: 'var(--surface)',
  boxShadow: '0 2px 6px rgba(44,36,22,.12)',
  padding: '18px 22px',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 148px',
  gap: '12px 20px',
  alignItems: 'start',
  fontSize: 13,
  '& h3': { gridColumn: '1 / -1', fontSize: 15, color: 'var(--ink-text)' },
  '& ol': {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    counterReset: 'line',
    font: '14px/1.7 "DejaVu Sans Mono", Consolas, Menlo, monospace',
    letterSpacing: '.02em',
  },
  '& li': { whiteSpace: 'nowrap' },
  '& li::before': {
    counterIncrement: 'line',
    content: 'counter(line)',
    color: 'var(--faint)',
    display: 'inline-block',
    width: 22,
  },
  '& img': { width: 148, height: 148, background: '#fff' },
  '& .how': { gridColumn: '1 / -1', color: 'var(--soft)' },
  '@media (max-width: 620px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  '@media print': { border: 0, boxShadow: 'none', padding: '8mm 4mm', background: '#fff' },
});

const Acts = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', marginTop: 12 });

/** The recovery sheet with its acts: print, save as PDF, tick that it lies in a safe place. */
export const RecoverySheetView = ({
  sheet,
  agency,
  printed,
  onPrinted,
}: {
  sheet: RecoverySheet;
  agency: string;
  printed?: boolean;
  onPrinted?: (printed: boolean) => void;
}) => {
  const { t } = useTranslation(['workspace', 'common']);
  const { language } = useLanguage();
  const leaf = (
    <Leaf aria-label={t('workspace:recovery.title')}>
      <h3>{t('workspace:recovery.title')}</h3>
      <div>
        <ol>
          {sheet.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(sheet.qr)}`} alt={t('workspace:recovery.qr')} />
      <div className="how">
        <DetailList
          items={[
            { label: t('workspace:recovery.agency'), value: agency },
            { label: t('workspace:recovery.file'), value: sheet.fileName },
            { label: t('workspace:recovery.madeOn'), value: formatDay(sheet.madeOn, language, 'long') },
          ]}
        />
      </div>
      <p className="how">{t('workspace:recovery.how')}</p>
      <p className="how">{t('workspace:recovery.keep')}</p>
    </Leaf>
  );
  return (
    <div>
      {leaf}
      <PrintAlone>{leaf}</PrintAlone>
      <Acts className="noPrint">
        <Button size="small" icon={<PrintIcon />} onClick={() => void printPage()}>
          {t('common:action.print')}
        </Button>
        {canPrintToPdf ? (
          <Button
            size="small"
            onClick={() => void printToPdf(t('workspace:recovery.fileName', { file: sheet.fileName }))}
          >
            {t('workspace:recovery.savePdf')}
          </Button>
        ) : null}
        {onPrinted === undefined ? null : (
          <Checkbox label={t('workspace:recovery.printed')} checked={printed === true} onChange={onPrinted} />
        )}
      </Acts>
    </div>
  );
};
