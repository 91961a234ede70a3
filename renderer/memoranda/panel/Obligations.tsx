import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { MemorandumDetail, ObligationRow } from '../../../shared/contract/memoranda.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { isLocked, obligationTones } from '../states.ts';
import { useDueWords } from './dueWords.ts';

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 -14px',
  padding: 0,
  '& button': {
    display: 'grid',
    gridTemplateColumns: '46px minmax(0, 1fr) auto',
    gap: '0 4px',
    alignItems: 'center',
    width: '100%',
    minHeight: 40,
    padding: '3px 14px',
    border: 0,
    borderTop: '1px solid var(--line)',
    background: 'none',
    textAlign: 'left',
    lineHeight: 1.25,
    fontSize: 13,
    cursor: 'pointer',
    '&:hover': { background: 'var(--bg)' },
    '&:focus-visible': { outlineOffset: -2 },
    '&[aria-expanded=true]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  },
  '& li:last-of-type button': { borderBottom: '1px solid var(--line)' },
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)' },
  '& [data-n]': { fontSize: 12, fontWeight: 600, color: 'var(--soft)' },
  '& [data-due]': {
    fontSize: 12,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    display: 'grid',
    justifyItems: 'end',
    gap: 2,
  },
});

const Row = (props: { row: ObligationRow; locked: boolean; open: boolean; onOpen: () => void }) => {
  const { row, locked } = props;
  const { t } = useTranslation(['memoranda', 'vocabulary']);
  const { language } = useLanguage();
  const dueWords = useDueWords();
  const current = row.repeat === 'none' ? null : row.currentDueOn;
  return (
    <li>
      <button type="button" data-obligation={row.id} aria-expanded={props.open} onClick={props.onOpen}>
        <span data-n="">{t('obligation.short', { n: row.n })}</span>
        <span className="cut" title={row.text}>
          {row.text}
          <small className="cut">
            {[row.party, current === null ? '' : t('obligation.next', { date: formatDay(current, language) })]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        <span data-due="">
          <span>{dueWords(row)}</span>
          {locked && row.state !== 'open' ? (
            <Chip size="small" tone={obligationTones[row.state]}>
              {t(`vocabulary:executionStatus.${row.state}`)}
            </Chip>
          ) : null}
        </span>
      </button>
    </li>
  );
};

/** What the parties take upon themselves: who, what, when, and how far it is. */
export const Obligations = (props: {
  memorandum: MemorandumDetail;
  currentId: string | null;
  onOpen: (id: string) => void;
  onAdd: () => void;
}) => {
  const { memorandum } = props;
  const { t } = useTranslation('memoranda');
  const rows = memorandum.obligationRows;
  const locked = isLocked(memorandum);
  const count =
    rows.length === 0
      ? undefined
      : locked
        ? t('list.open', { open: memorandum.obligationsOpen, all: rows.length })
        : String(rows.length);
  return (
    <Section
      title={t('obligation.title')}
      count={count}
      action={
        memorandum.editable ? (
          <IconButton
            size="small"
            label={t('obligation.add')}
            shortcut="Ctrl+Shift+O"
            icon={<PlusIcon size={13} />}
            onClick={props.onAdd}
          />
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="soft small">{memorandum.editable ? t('obligation.none') : t('obligation.noneAtAll')}</p>
      ) : (
        <List aria-label={t('obligation.title')}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              locked={locked}
              open={row.id === props.currentId}
              onOpen={() => props.onOpen(row.id)}
            />
          ))}
        </List>
      )}
    </Section>
  );
};
