import type { IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { isUnfinished } from '../../../../shared/rules/decisionStatus.ts';
import type { MemorandumState } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
import { readObligationRows } from '../obligationState/rows.ts';
import { peopleOn } from '../people.ts';
import { readFrame, type RegisterFrame } from '../registerFrame.ts';
import { readMemoranda, type MemorandumLine } from './rows.ts';

export interface MemorandumRegisterModel {
  frame: RegisterFrame;
  language: Language | null;
  /** The states that were asked for; none: all. */
  states: MemorandumState[];
  rows: (MemorandumLine & { obligations: number; unfinished: number; overdue: number })[];
}

/**
 * The register of memoranda as of a day.
 * @throws notFound, tooManyRowsOnPaper
 */
export function readMemorandumRegister(
  workspace: Reading,
  { states, groupId }: { states: MemorandumState[]; groupId: string | null },
  day: IsoDay,
): MemorandumRegisterModel {
  const people = peopleOn(workspace, day);
  const frame = readFrame(workspace, groupId, day, ['secretary', 'chair']);
  const memoranda = readMemoranda(workspace, people, { memorandumId: null, groupId, organisationId: null }, day).filter(
    ({ state }) => states.length === 0 || states.includes(state),
  );
  const counts = new Map<string, { obligations: number; unfinished: number; overdue: number }>();
  for (const { memorandumId, state } of readObligationRows(workspace, memoranda, day)) {
    const count = counts.get(memorandumId) ?? { obligations: 0, unfinished: 0, overdue: 0 };
    count.obligations += 1;
    if (state === 'overdue') count.overdue += 1;
    if (state === 'overdue' || isUnfinished(state)) count.unfinished += 1;
    counts.set(memorandumId, count);
  }
  return {
    frame,
    language: frame.language ?? memoranda[0]?.language ?? null,
    states,
    rows: memoranda.map((memorandum) => ({
      ...memorandum,
      ...(counts.get(memorandum.id) ?? { obligations: 0, unfinished: 0, overdue: 0 }),
    })),
  };
}
