import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantView } from '../../../../shared/contract/meetings.ts';
import type { BallotChoice } from '../../../../shared/vocabulary.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useKeys } from '../../../ui/window/keys.ts';

const choices = ['for', 'against', 'abstained', 'recused', 'notVoted'] as const satisfies readonly BallotChoice[];

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  '& th': {
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
    textAlign: 'center',
    padding: '4px 6px',
    whiteSpace: 'nowrap',
  },
  '& th:first-of-type': { textAlign: 'left' },
  '& td': { borderTop: '1px solid var(--line)', height: 34, textAlign: 'center', padding: '0 6px' },
  '& td:first-of-type': { textAlign: 'left' },
  '& tr:focus-within td': { background: 'var(--ink-soft)' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: 12, lineHeight: 1.2 },
  '& input': { width: 17, height: 17, margin: 0, accentColor: 'var(--ink)', cursor: 'pointer' },
});

export type Voices = ReadonlyMap<string, BallotChoice>;

/** One voice a line; 1 for, 2 against, 3 abstained, 4 recused, 5 not voted, then the focus goes to the next. */
export const RollCall = (props: {
  voters: readonly ParticipantView[];
  voices: Voices;
  onChange: (voices: Voices) => void;
}) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const table = useRef<HTMLTableElement>(null);
  const setVoice = (id: string, choice: BallotChoice): void => props.onChange(new Map(props.voices).set(id, choice));
  const speak = (choice: BallotChoice): boolean => {
    const row = document.activeElement?.closest<HTMLElement>('tr[data-voter]');
    const id = row?.dataset['voter'];
    if (row === undefined || row === null || id === undefined) return false;
    setVoice(id, choice);
    const next = row.nextElementSibling?.querySelector<HTMLInputElement>('input');
    next?.focus();
    return true;
  };
  useKeys(
    {
      '1': () => speak('for'),
      '2': () => speak('against'),
      '3': () => speak('abstained'),
      '4': () => speak('recused'),
      '5': () => speak('notVoted'),
    },
    { scope: table, inText: true },
  );
  return (
    <Table ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('vote.who')}</th>
          {choices.map((choice, index) => (
            <th key={choice} scope="col">
              {t(`vocabulary:ballotChoice.${choice}`)} <Kbd keys={String(index + 1)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.voters.map((voter) => (
          <tr key={voter.id} data-voter={voter.id}>
            <td>
              {voter.name}
              <small>{voter.shortName || voter.organisation}</small>
            </td>
            {choices.map((choice) => (
              <td key={choice}>
                <input
                  type="radio"
                  name={`voice-${voter.id}`}
                  aria-label={`${voter.name}: ${t(`vocabulary:ballotChoice.${choice}`)}`}
                  checked={props.voices.get(voter.id) === choice}
                  onChange={() => setVoice(voter.id, choice)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
