import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeFate, PreviewRow } from '../../../shared/contract/exchangeViews.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import type { GridColumn } from '../../ui/grid/gridTypes.ts';
import { parsedValue } from '../../ui/records/recordWords.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

export const fateTones: Record<ChangeFate, Tone> = {
  conflict: 'amber',
  refused: 'red',
  new: 'green',
  changed: 'ink',
  removed: 'neutral',
  waiting: 'violet',
};

/** What is touched; where it fits into a list, what becomes what, in parts of which each keeps some room. */
type What = readonly string[];

const Parts = styled('span')({
  display: 'flex',
  gap: '0 4px',
  minWidth: 0,
  '& > *': { flex: '0 1000 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // what it is about goes last of all
  '& > :first-of-type': { flexShrink: 1 },
});

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;

/** What a record of a package is called, and what of it is touched. */
export const usePreviewWords = () => {
  const { entityName, fieldName, valueText } = useRecordWords();
  return useMemo(
    () => ({
      /** Beside what is said of the change already. */
      place: ({ fate, entity, about, within }: PreviewRow): string =>
        // many a record is called by what it is a part of already
        [capital(entityName(entity)), fate === 'new' ? '' : about, about.includes(within) ? '' : within]
          .filter(Boolean)
          .join(' · '),
      record: ({ entity, about }: PreviewRow): string =>
        about === '' ? capital(entityName(entity)) : `${capital(entityName(entity))} · ${about}`,
      what: ({ fate, entity, about, fields, change }: PreviewRow): What => {
        if (fate === 'new' && about !== '') return [about];
        const names = [...new Set(fields.map((field) => fieldName(entity, field)))];
        const touched = capital(names.join(', ').toLocaleLowerCase());
        const [field = ''] = fields;
        if (change === null) return [touched];
        const said = (json: string | null): string =>
          valueText(entity, field, parsedValue(json), change.names).replaceAll('\n', ', ');
        const after = said(change.after);
        if (field === 'sortKey') return [capital(after)];
        return change.before === null ? [`${touched}: ${after}`] : [`${touched}:`, said(change.before), `→ ${after}`];
      },
    }),
    [entityName, fieldName, valueText],
  );
};

/** The columns of the change list. */
export const usePreviewColumns = (): GridColumn<PreviewRow>[] => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const say = usePreviewWords();
  return useMemo(() => {
    const why = (code: string | null): string => (code === null ? '' : words.reason(code));
    const columns: GridColumn<PreviewRow>[] = [
      {
        key: 'fate',
        title: t('receive.fate'),
        width: 104,
        keptWhenGrouped: true,
        groupable: true,
        value: ({ fate }) => t(`fate.${fate}`),
        render: ({ fate }) => (
          <Chip size="small" tone={fateTones[fate]}>
            {t(`fate.${fate}`)}
          </Chip>
        ),
      },
      {
        key: 'what',
        title: t('receive.what'),
        width: 200,
        grow: true,
        value: (row) => say.what(row).join(' '),
        text: (row) => [say.what(row).join(' '), why(row.reason)].filter(Boolean).join('. '),
        render: (row) => (
          <Parts>
            {say.what(row).map((part, at) => (
              <span key={at}>{part}</span>
            ))}
            {row.reason === null ? null : <span className="soft small"> · {why(row.reason)}</span>}
          </Parts>
        ),
      },
      {
        key: 'record',
        title: t('receive.kind'),
        width: 190,
        value: say.place,
        render: (row) => <span className="words soft">{say.place(row)}</span>,
      },
      {
        key: 'when',
        title: t('receive.when'),
        width: 148,
        value: ({ at }) => at,
        text: ({ at }) => words.moment(at),
        render: ({ at }) => <span className="words soft">{words.moment(at)}</span>,
      },
      { key: 'author', title: t('receive.who'), width: 150, hidden: true, value: ({ author }) => author },
      { key: 'agency', title: t('col.agency'), width: 150, hidden: true, value: ({ agency }) => agency },
    ];
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [t, words, say]);
};
