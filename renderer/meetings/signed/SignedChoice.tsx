import { styled } from '@mui/material/styles';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedMinutes } from '../../../shared/contract/meetings.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Segmented } from '../../ui/Choice.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { ErrorBar, Notice } from '../../ui/Notice.tsx';
import { Grow } from '../../ui/Page.tsx';
import { Side, Sides } from '../../ui/records/Sides.tsx';
import { wordDiff } from '../../ui/records/wordDiff.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { say } from '../../ui/window/say.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { momentWords } from '../../ui/window/whenWords.ts';
import { compareLines, type ComparedLine } from './compareLines.ts';
import { useMinutesLines } from './minutesLines.ts';
import { SignatureCard } from './SignatureCard.tsx';

const Scroll = styled('div')({ flex: 1, minHeight: 0, overflow: 'auto', padding: '12px 16px 20px' });

const Middle = styled('div')({ maxWidth: 1180, margin: '0 auto', display: 'flex', flexDirection: 'column', gap: 12 });

const Cards = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  gap: 8,
  '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Head = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' });

const Parts = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 10,
  '& h3': { fontSize: 13, fontWeight: 600, marginBottom: 4 },
});

const Foot = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: '6px 12px',
  flex: 'none',
  padding: '9px 16px',
  borderTop: '1px solid var(--line-strong)',
  background: 'var(--surface)',
  '& > p': { flex: '1 1 260px' },
  // enlarged, the texts need the room
  '@media (max-height: 480px)': { padding: '6px 16px', '& > p': { display: 'none' } },
});

const Part = ({ line, titles }: { line: ComparedLine; titles: readonly [string, string] }) => {
  const { t } = useTranslation('meetings');
  const [first, second] = wordDiff(line.first ?? '', line.second ?? '');
  const same = line.first === line.second;
  const nothing = <span className="soft">{t('apart.nothing')}</span>;
  return (
    <li>
      <h3>{line.label}</h3>
      {same ? (
        <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{line.first}</p>
      ) : (
        <Sides>
          {line.first === null ? <Side title={titles[0]}>{nothing}</Side> : <Side title={titles[0]} runs={first} />}
          {line.second === null ? (
            <Side lost title={titles[1]}>
              {nothing}
            </Side>
          ) : (
            <Side lost title={titles[1]} runs={second} />
          )}
        </Sides>
      )}
    </li>
  );
};

/** Signed minutes side by side; ← and → choose, Enter decides. */
export const SignedChoice = ({ minutes, onDone }: { minutes: SignedMinutes; onDone: () => void }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { language } = useLanguage();
  const { run, error, running } = useActs();
  const linesOf = useMinutesLines();
  const group = useId();
  const cards = useRef<HTMLDivElement>(null);
  const { signatures, undecided, decided, clock, meetingId } = minutes;
  const [inForce, ...others] = signatures;
  const [otherId, setOther] = useState<string | null>(null);
  const other = others.find(({ id }) => id === otherId) ?? others[0];
  // until somebody has chosen it is the one in force, also where that changes under the page
  const [chosenId, setChosen] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const shown = [inForce, other].flatMap((each) => each ?? []);
  const chosen = shown.find(({ id }) => id === chosenId) ?? inForce;
  const compared = inForce?.model && other?.model ? compareLines(linesOf(inForce.model), linesOf(other.model)) : null;
  const differing = compared?.filter(({ first, second }) => first !== second) ?? [];
  const mayDecide = others.length > 0 && (undecided || chosen?.inForce === false);

  const choose = (at: number): void => {
    const id = shown[at]?.id;
    if (id === undefined) return;
    setChosen(id);
    cards.current?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.focus();
  };
  useEffect(() => {
    cards.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  const decide = (): void => {
    if (!mayDecide || chosen === undefined || running) return;
    void run(async () => {
      await client.meetings.decideSignature({ id: meetingId, signatureId: chosen.id, clock });
      say(t('apart.done', { number: chosen.number }));
      onDone();
    });
  };
  useKeys({ Left: () => choose(0), Right: () => choose(1), Enter: decide, 'Ctrl+Enter': decide });
  useStatusKeys([
    { keys: ['Left', 'Right'], label: t('apart.keys.choose') },
    ...(mayDecide ? [{ keys: 'Enter', label: t('apart.keys.decide') }] : []),
    { keys: 'Esc', label: t('apart.keys.leave') },
  ]);
  const sideTitle = (at: number): string =>
    [shown[at]?.agency ?? '', shown[at]?.inForce === true ? t('apart.inForce') : t('apart.notInForce')]
      .filter(Boolean)
      .join(' · ');
  const titles = [sideTitle(0), sideTitle(1)] as const;
  return (
    <>
      <ErrorBar error={error} />
      <Scroll>
        <Middle>
          {undecided ? (
            <Notice tone="amber">{t(decided === null ? 'apart.lead' : 'apart.again')}</Notice>
          ) : decided === null ? null : (
            <Notice tone="ok">
              {t('apart.decided', {
                who: [decided.by, decided.agency].filter(Boolean).join(', '),
                at: momentWords(decided.at, language),
              })}
            </Notice>
          )}
          {others.length > 1 ? (
            <Segmented
              label={t('apart.other')}
              value={other?.id ?? ''}
              onChange={setOther}
              options={others.map(({ id, agency, number }) => ({ value: id, label: agency || number }))}
            />
          ) : null}
          <Cards ref={cards} role="radiogroup" aria-label={t('apart.title')}>
            {shown.map((signed) => (
              <SignatureCard
                key={signed.id}
                signed={signed}
                meetingId={meetingId}
                group={group}
                checked={signed.id === chosen?.id}
                onChoose={() => setChosen(signed.id)}
                onDecide={decide}
              />
            ))}
          </Cards>
          {compared === null ? null : (
            <>
              <Head>
                <h2>{t('apart.differences', { count: differing.length })}</h2>
                <Grow />
                <Checkbox label={t('apart.whole')} checked={whole} onChange={setWhole} />
              </Head>
              <Parts>
                {(whole ? compared : differing).map((line) => (
                  <Part key={line.key} line={line} titles={titles} />
                ))}
              </Parts>
            </>
          )}
        </Middle>
      </Scroll>
      {others.length === 0 ? null : (
        <Foot>
          <p className="soft small">{t('apart.foot')}</p>
          <Button variant="primary" shortcut="Ctrl+Enter" disabled={!mayDecide} waiting={running} onClick={decide}>
            {t('apart.decide')}
          </Button>
        </Foot>
      )}
    </>
  );
};
