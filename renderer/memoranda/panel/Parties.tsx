import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail, PartyView } from '../../../shared/contract/memoranda.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';

const Row = styled('button')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '0 8px',
  alignItems: 'center',
  width: 'calc(100% + 12px)',
  margin: '0 -6px',
  padding: '4px 6px',
  border: 0,
  borderRadius: 4,
  background: 'none',
  textAlign: 'left',
  lineHeight: 1.3,
  cursor: 'pointer',
  '&:hover': { background: 'var(--bg)' },
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)' },
});

/** What a party still lacks before it can sign; position and name may come from the directory. */
const lackOf = (
  { fieldValues }: MemorandumDetail,
  party: PartyView,
  n: number,
): 'signatory' | 'position' | 'ground' | 'approval' | null => {
  const lacks = (field: string): boolean => (fieldValues[`party.${n}.${field}`] ?? '') === '';
  if (lacks('signatory')) return 'signatory';
  if (lacks('position')) return 'position';
  if (lacks('ground')) return 'ground';
  return party.approvalNeeded && (party.approvalNumber === '' || party.approvalOn === null) ? 'approval' : null;
};

const PartyRow = (props: { memorandum: MemorandumDetail; party: PartyView; n: number; onOpen: () => void }) => {
  const { memorandum, party, n, onOpen } = props;
  const { t } = useTranslation('memoranda');
  const locked = !memorandum.editable;
  const lack = lackOf(memorandum, party, n);
  const position = memorandum.fieldValues[`party.${n}.position`] ?? '';
  const tone: Tone = lack === null ? 'green' : 'amber';
  const ground = party.approvalNeeded
    ? t('party.approvalShort', { ground: party.ground, number: party.approvalNumber || '?' })
    : party.ground;
  return (
    <Row type="button" onClick={onOpen}>
      <span className="cut" title={party.name}>
        {party.name}
        <small className="cut">{[position, ground].filter(Boolean).join(' · ') || t('party.noSignatory')}</small>
      </span>
      {locked && lack === null ? null : (
        <Chip tone={tone}>{t(lack === null ? 'party.ready' : `party.lack.${lack}`)}</Chip>
      )}
    </Row>
  );
};

/** The parties and who signs for them, each with what it still lacks. */
export const Parties = (props: {
  memorandum: MemorandumDetail;
  onOpen: (party: PartyView) => void;
  onAdd: () => void;
}) => {
  const { memorandum } = props;
  const { t } = useTranslation('memoranda');
  return (
    <Section
      title={t('party.title')}
      action={
        memorandum.editable ? (
          <IconButton size="small" label={t('party.add')} icon={<PlusIcon size={13} />} onClick={props.onAdd} />
        ) : undefined
      }
    >
      {memorandum.partyRows.map((party, index) => (
        <PartyRow
          key={party.id}
          memorandum={memorandum}
          party={party}
          n={index + 1}
          onOpen={() => props.onOpen(party)}
        />
      ))}
      {memorandum.partyRows.length === 0 ? <p className="soft small">{t('party.none')}</p> : null}
    </Section>
  );
};
