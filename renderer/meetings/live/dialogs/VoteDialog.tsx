import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../../../shared/contract/decisions.ts';
import type { MeetingDetail, ParticipantView } from '../../../../shared/contract/meetings.ts';
import { validateVote } from '../../../../shared/rules/votes.ts';
import { voteModes, type BallotChoice, type VoteMode } from '../../../../shared/vocabulary.ts';
import { Segmented } from '../../../ui/Choice.tsx';
import { MultiCombobox } from '../../../ui/Combobox.tsx';
import { client } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormGrid } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { NumberField, TextArea } from '../../../ui/TextInput.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { isIn } from '../attendance.ts';
import { actOnDecision } from '../decisionActs.ts';
import { useLive } from '../liveContext.ts';
import { RollCall, type Voices } from './RollCall.tsx';

/** Those who may cast a vote: in the room (by correspondence: all), for a seat that votes. */
const votersOf = (meeting: MeetingDetail): ParticipantView[] =>
  meeting.participants.filter(
    (one) => one.votes && (meeting.kind === 'correspondence' || meeting.status !== 'inSession' || isIn(one, meeting)),
  );

/** A seat has one vote, however many speak for it. */
const seatOf = (one: ParticipantView): string => one.seatId ?? one.id;

/** Seats that may vote: as the core reckons them for the moment of the decision, less those who stand aside now. */
const eligibleSeats = (
  decision: DecisionView | undefined,
  voters: readonly ParticipantView[],
  recused: readonly string[],
): number => {
  if (decision === undefined) return new Set(voters.filter(({ id }) => !recused.includes(id)).map(seatOf)).size;
  const before = decision.ballots.filter(({ choice }) => choice === 'recused').length;
  return Math.max(0, decision.eligibleSeats + before - recused.length);
};

/** Everybody for, one voice a seat: whoever else speaks for the seat has none. */
const allFor = (voters: readonly ParticipantView[]): [string, BallotChoice][] => {
  const taken = new Set<string>();
  return voters.flatMap((one): [string, BallotChoice][] => {
    if (taken.has(seatOf(one))) return [];
    taken.add(seatOf(one));
    return [[one.id, 'for']];
  });
};

const firstVoices = (
  decision: DecisionView | undefined,
  voters: readonly ParticipantView[],
  mode: VoteMode,
): Voices => {
  const stored = new Map(decision?.ballots.map(({ participantId, choice }) => [participantId, choice]));
  return stored.size > 0 || mode !== 'rollCall' ? stored : new Map(allFor(voters));
};

/** How a decision was voted on: by consensus, counts, roll call or secret ballot, with who stood aside. */
export const VoteDialog = ({ decisionId, onClose }: { decisionId: string; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { keeper, meeting } = useLive();
  const { run, error, running } = useActs();
  const decision = keeper.details.get().get(decisionId);
  const [voters] = useState(() => votersOf(meeting));
  const stored = decision?.voteMode ?? 'none';
  const [mode, setMode] = useState<VoteMode>(stored === 'none' ? 'counts' : stored);
  const [voices, setVoices] = useState<Voices>(() => firstVoices(decision, voters, mode));
  const recused = [...voices].filter(([, choice]) => choice === 'recused').map(([id]) => id);
  const seats = eligibleSeats(decision, voters, recused);
  const [counts, setCounts] = useState({
    votesFor: decision?.votesFor ?? (stored === 'none' ? seats : null),
    votesAgainst: decision?.votesAgainst ?? (stored === 'none' ? 0 : null),
    votesAbstained: decision?.votesAbstained ?? (stored === 'none' ? 0 : null),
  });
  const [reason, setReason] = useState(decision?.noQuorumReason ?? '');
  const withoutQuorum = decision === undefined ? !meeting.quorum.reached : !decision.quorumReached;

  const counted = mode === 'counts' || mode === 'secret';
  const rollCall = [...voices].flatMap(([participantId, choice]) => {
    const voter = voters.find(({ id }) => id === participantId);
    return voter === undefined ? [] : [{ participantId, choice, seatId: seatOf(voter) }];
  });
  const eligibleSeatIds =
    mode === 'rollCall' ? voters.map(seatOf) : Array.from({ length: seats }, (_, seat) => String(seat));
  const problem = validateVote(
    { mode, ...counts, ballots: rollCall },
    { eligibleSeatIds, totalSeats: meeting.quorum.seats },
  )[0];
  const problemText = (): string => {
    if (problem?.code === 'voteMoreThanSeats') return t('vote.tooMany', { seats });
    if (problem?.code === 'voteDouble') {
      const twins = voters.filter((one) => seatOf(one) === problem.params.seatId);
      return t('vote.double', { names: twins.map(({ name }) => name).join(', ') });
    }
    return t('vote.wholeNumbers');
  };
  const chooseMode = (next: VoteMode): void => {
    setMode(next);
    if (next === 'rollCall' && ![...voices.values()].some((choice) => choice !== 'recused')) {
      setVoices(new Map([...allFor(voters), ...voices]));
    }
  };
  const save = async (): Promise<void> => {
    const id = decisionId;
    const none = { votesFor: null, votesAgainst: null, votesAbstained: null };
    const ballots = [...voices]
      .filter(([, choice]) => mode === 'rollCall' || (mode !== 'none' && choice === 'recused'))
      .map(([participantId, choice]) => ({ participantId, choice }));
    const counting = { voteMode: mode, ...(counted ? counts : none) };
    const reasoned = withoutQuorum && reason.trim() !== (decision?.noQuorumReason ?? '');
    const saved = await run(async () => {
      await actOnDecision(keeper, id, [
        // the voices of a roll call make the vote one; a secret ballot lets nobody's voice in before it is given up
        ...(mode === 'rollCall' && stored === 'secret'
          ? [() => client.decisions.update({ id, patch: { voteMode: 'none' } })]
          : []),
        // who stands aside comes first: the counts are measured without them
        ...(ballots.length > 0 || (decision?.ballots.length ?? 0) > 0
          ? [() => client.decisions.setBallots({ id, ballots })]
          : []),
        ...(mode === 'rollCall' ? [] : [() => client.decisions.update({ id, patch: counting })]),
        ...(reasoned ? [() => client.decisions.update({ id, patch: { noQuorumReason: reason.trim() } })] : []),
      ]);
      return true;
    });
    if (saved === true) onClose();
  };
  const count = (field: keyof typeof counts, label: string, takesFocus = false) => (
    <NumberField
      label={label}
      min={0}
      max={1000}
      takesFocus={takesFocus}
      value={counts[field]}
      onChange={(value) => setCounts({ ...counts, [field]: value })}
    />
  );
  const standingAside = voters.map(({ id, name, shortName }) => ({ id, label: name, note: shortName }));
  return (
    <Dialog
      open
      onClose={onClose}
      width={mode === 'rollCall' ? 760 : 620}
      title={t('vote.title')}
      submitting={running}
      submitDisabled={problem !== undefined}
      error={error}
      onSubmit={() => void save()}
    >
      <Segmented
        label={t('vote.mode')}
        full
        value={mode}
        onChange={chooseMode}
        options={voteModes.map((value) => ({ value, label: t(`vote.modeShort.${value}`) }))}
      />
      {withoutQuorum ? <Notice tone="amber">{t('live.noQuorumSaid')}</Notice> : null}
      {counted ? (
        <FormGrid columns={3}>
          {count('votesFor', t('vocabulary:ballotChoice.for'), true)}
          {count('votesAgainst', t('vocabulary:ballotChoice.against'))}
          {count('votesAbstained', t('vocabulary:ballotChoice.abstained'))}
        </FormGrid>
      ) : null}
      {mode === 'consensus' ? <p className="soft">{t('vote.consensusSaid', { seats: seats })}</p> : null}
      {mode === 'rollCall' ? <RollCall voters={voters} voices={voices} onChange={setVoices} /> : null}
      {problem === undefined ? null : <Notice tone="error">{problemText()}</Notice>}
      {mode === 'consensus' || counted ? (
        <MultiCombobox
          label={t('vote.recused')}
          hint={t('vote.recusedHint')}
          options={standingAside}
          value={standingAside.filter(({ id }) => recused.includes(id))}
          onChange={(chosen) => setVoices(new Map(chosen.map(({ id }) => [id, 'recused'])))}
        />
      ) : null}
      {withoutQuorum ? (
        <TextArea label={t('live.noQuorumReason')} value={reason} onChange={setReason} minRows={2} />
      ) : null}
    </Dialog>
  );
};
