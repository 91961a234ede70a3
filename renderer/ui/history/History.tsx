import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime, timeOfDay, today } from '../../../shared/dates.ts';
import { orpc } from '../core/client.ts';
import { useLanguage } from '../window/language.ts';
import { Dialog } from '../Dialog.tsx';
import { ErrorNotice } from '../Notice.tsx';
import { Waiting } from '../Waiting.tsx';
import { isToldAtFirst, parsedValue, type Names } from '../records/recordWords.ts';
import { useRecordWords } from '../records/useRecordWords.ts';

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& > li': { padding: '7px 0', borderTop: '1px solid var(--line)' },
  '& > li:first-of-type': { borderTop: 0 },
  '& small': { fontSize: 12, color: 'var(--soft)' },
  '& s': { color: 'var(--faint)' },
  '& ins': { textDecoration: 'none', color: 'var(--text)' },
  '& p': { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

export type HistoryProps = {
  /** The record: its entity in the ledger and its id. */
  entity: string;
  row: string;
  /** A field's name in words, where those of records.json do not fit. */
  fieldName?: (field: string) => string;
  /** A value in words, where more is known than records.json and the core say; undefined leaves it to the panel. */
  valueText?: (field: string, value: unknown) => string | undefined;
};

/** Who changed which field when, from what to what; the latest first. */
export const History = ({ entity, row, fieldName, valueText }: HistoryProps) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const words = useRecordWords();
  const { data, error, refetch } = useQuery(orpc.workspace.history.queryOptions({ input: { entity, row, language } }));
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const told = data.filter(({ field, from }) => from !== null || isToldAtFirst(field));
  if (told.length === 0) return <p className="soft">{t('history.none')}</p>;
  const text = (field: string, json: string | null, names: Names): string => {
    const value = parsedValue(json);
    return valueText?.(field, value) ?? words.valueText(entity, field, value, names);
  };
  const moment = (at: string): string => {
    const when = new Date(at);
    return `${formatDay(today(when), language)}, ${formatTime(timeOfDay(when), language)}`;
  };
  return (
    <List>
      {told.map((entry) => (
        <li key={`${entry.field} ${entry.at} ${entry.to}`}>
          <b style={{ fontWeight: 600 }}>{fieldName?.(entry.field) ?? words.fieldName(entity, entry.field)}</b>{' '}
          <small>
            {[moment(entry.at), entry.author].filter(Boolean).join(' · ')}
            {entry.kind === 'write' ? '' : ` · ${t(`history.kind.${entry.kind}`)}`}
            {entry.inForce ? '' : ` · ${t('history.notInForce')}`}
          </small>
          <p>
            {entry.from === null || entry.field === 'sortKey' ? null : (
              <>
                <s>{text(entry.field, entry.from, entry.names)}</s> →{' '}
              </>
            )}
            <ins>{text(entry.field, entry.to, entry.names)}</ins>
          </p>
        </li>
      ))}
    </List>
  );
};

/** The history in a sheet of its own. */
export const HistoryDialog = ({ open, onClose, ...record }: HistoryProps & { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('ui');
  return (
    <Dialog open={open} onClose={onClose} title={t('history.title')} width={640}>
      {open ? <History {...record} /> : null}
    </Dialog>
  );
};
