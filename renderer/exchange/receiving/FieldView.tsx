import { styled } from '@mui/material/styles';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewField, PreviewRow } from '../../../shared/contract/exchangeViews.ts';
import { choiceBox, radioMark, sideBySide } from '../../ui/boxes.ts';
import { Chip } from '../../ui/Chip.tsx';
import { MarkedText } from '../../ui/records/MarkedText.tsx';
import { parsedValue } from '../../ui/records/recordWords.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { wordDiff, type Run } from '../../ui/records/wordDiff.ts';
import { useExchangeWords } from '../useExchangeWords.ts';
import type { Side } from './useReceiving.ts';
import { fateTones } from './usePreviewColumns.tsx';

const Frame = styled('div')({
  padding: '9px 16px 11px',
  borderBottom: '1px solid var(--line)',
  '& > header': { display: 'flex', alignItems: 'center', gap: 8, marginBottom: 6, fontSize: 13 },
  '& h3': { fontSize: 13, fontWeight: 600, flex: 1, minWidth: 0 },
});

const Sides = styled('div')(sideBySide({ gap: 8, narrow: 480 }));

const Box = styled('label')({
  ...choiceBox,
  ...radioMark(9, 9),
  position: 'relative',
  display: 'block',
  padding: '7px 10px',
  lineHeight: 1.35,
  fontSize: 13,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-wrap',
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)' },
  '& mark': { color: 'var(--green)', background: 'var(--green-soft)', borderRadius: 2, padding: '0 2px' },
  '&:has(:checked) mark': { background: 'var(--surface)' },
  '&[data-pick]': { paddingLeft: 32, cursor: 'pointer' },
  '&[data-both]': { background: 'var(--green-soft)', borderColor: 'transparent' },
});

/** Which value a merge leaves standing where nobody has picked. */
export const standing = ({ after, theirs }: PreviewField): Side => (after === theirs.value ? 'theirs' : 'ours');

/** One field of a record: theirs and ours side by side, and the choice between them where both sides changed it. */
export const FieldView = (props: {
  row: PreviewRow;
  field: PreviewField;
  picked: Side | undefined;
  onPick: (side: Side) => void;
  onFocus: () => void;
  /** ↑ and ↓ lead to another record. */
  onMove: (by: 1 | -1) => void;
}) => {
  const { row, field, picked, onPick, onFocus, onMove } = props;
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const { fieldName, valueText } = useRecordWords();
  const name = useId();
  const said = (json: string | null): string => valueText(row.entity, field.field, parsedValue(json), field.names);
  const [theirRuns, ourRuns] = wordDiff(said(field.theirs.value), said(field.ours.value));
  const title = fieldName(row.entity, field.field);
  const isOpen = field.fate === 'conflict';
  const take = picked ?? standing(field);
  const origin = (side: PreviewField['ours'], we: string): string =>
    [words.moment(side.at), side.author, side.agency === '' ? we : side.agency].filter(Boolean).join(' · ');
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const sides: Record<string, Side> = { ArrowLeft: 'theirs', ArrowRight: 'ours' };
    const side = sides[event.code];
    if (side !== undefined) {
      event.preventDefault();
      onPick(side);
      const group = event.currentTarget.closest('[role=radiogroup]');
      group?.querySelector<HTMLInputElement>(`input[value=${side}]`)?.focus();
    }
    if (event.code !== 'ArrowUp' && event.code !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.code === 'ArrowDown' ? 1 : -1);
  };
  const box = (side: Side, label: string, runs: readonly Run[], from: string) => (
    <Box
      as={isOpen ? 'label' : 'div'}
      data-pick={isOpen ? '' : undefined}
      data-both={field.fate === 'bothKept' ? '' : undefined}
    >
      {isOpen ? (
        <input
          type="radio"
          name={name}
          value={side}
          checked={take === side}
          onChange={() => onPick(side)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        />
      ) : null}
      <small>{label}</small>
      <MarkedText runs={runs} />
      <small>{from}</small>
    </Box>
  );
  // two places in a list are one word: it was moved
  const isAlone = field.ours.value === null || (field.field === 'sortKey' && !isOpen);
  const note =
    picked === undefined ? t('receive.later') : t(picked === 'ours' ? 'receive.pickedOurs' : 'receive.pickedTheirs');
  return (
    <Frame>
      <header>
        <h3>{title}</h3>
        {isOpen ? <span className="soft small">{note}</span> : null}
        {field.fate === 'merged' || field.fate === 'bothKept' ? (
          <Chip size="small" tone="green">
            {t(`fate.${field.fate}`)}
          </Chip>
        ) : isOpen || field.fate === row.fate ? null : (
          <Chip size="small" tone={fateTones[field.fate]}>
            {t(`fate.${field.fate}`)}
          </Chip>
        )}
      </header>
      {isAlone ? (
        <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 13 }}>{said(field.theirs.value)}</p>
      ) : (
        <Sides {...(isOpen && { role: 'radiogroup', 'aria-label': title })}>
          {box(
            'theirs',
            isOpen ? t('receive.theirs') : t('receive.comes'),
            theirRuns,
            origin(field.theirs, t('receive.we')),
          )}
          {box('ours', isOpen ? t('receive.ours') : t('receive.was'), ourRuns, origin(field.ours, t('receive.we')))}
        </Sides>
      )}
      {field.fate === 'merged' ? (
        <p className="small" style={{ marginTop: 6, whiteSpace: 'pre-wrap' }}>
          <span className="soft">{t('receive.mergedText')}: </span>
          {said(field.after)}
        </p>
      ) : null}
      {field.reason === null ? null : (
        <p className="soft small" style={{ marginTop: 6 }}>
          {words.reason(field.reason)}
        </p>
      )}
    </Frame>
  );
};
