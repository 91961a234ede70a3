import { useTranslation } from 'react-i18next';
import type { PreviewRecord } from '../../../shared/contract/exchangeViews.ts';
import { Chip } from '../../ui/Chip.tsx';
import { PanelHead } from '../../ui/PanelHead.tsx';
import { isToldAtFirst } from '../../ui/records/recordWords.ts';
import { FieldView } from './FieldView.tsx';
import { pickKey, type Receiving, type Side } from './useReceiving.ts';
import { fateTones, usePreviewWords } from './usePreviewColumns.tsx';

/** The current record field by field: what is theirs, what is ours, what will stand. */
export const FieldPanel = (props: {
  record: PreviewRecord;
  picks: Receiving['picks'];
  onPick: (field: string, side: Side) => void;
  onField: (field: string) => void;
  onMove: (by: 1 | -1) => void;
}) => {
  const { record, picks, onPick, onField, onMove } = props;
  const { t } = useTranslation('exchange');
  const say = usePreviewWords();
  const { row, fields, same } = record;
  const told = fields.filter(({ field }) => row.fate !== 'new' || isToldAtFirst(field));
  const sorted = told.toSorted((a, b) => Number(b.fate === 'conflict') - Number(a.fate === 'conflict'));
  const foot = [
    row.fate === 'new' || same === 0 ? '' : t('receive.same', { count: same }),
    row.fate === 'conflict' ? t('receive.history') : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <PanelHead
        title={say.record(row)}
        note={[row.about.includes(row.within) ? '' : row.within, row.author, row.agency].filter(Boolean).join(' · ')}
        chips={
          <Chip size="small" tone={fateTones[row.fate]}>
            {t(`fate.${row.fate}`)}
          </Chip>
        }
      />
      {sorted.map((field) => (
        <FieldView
          key={field.field}
          row={row}
          field={field}
          picked={picks.get(pickKey({ ...row, field: field.field }))?.take}
          onPick={(side) => onPick(field.field, side)}
          onFocus={() => onField(field.field)}
          onMove={onMove}
        />
      ))}
      {foot === '' ? null : (
        <p className="soft small" style={{ padding: '9px 16px' }}>
          {foot}
        </p>
      )}
    </>
  );
};
