import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExchangeEntry, PackagePreview, PreviewRow } from '../../../shared/contract/exchangeViews.ts';
import type { Language } from '../../../shared/languages.ts';
import { client } from '../../ui/core/client.ts';
import { errorCode } from '../../ui/core/errors.ts';
import { followWork } from '../../ui/core/longWork.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { createStore } from '../../ui/window/store.ts';

/** A package that was chosen, or one that lies in the exchange folder. */
export type PackageSource = { ticket: string } | { waiting: string };

export type Side = 'ours' | 'theirs';
export type FieldPick = { entity: string; row: string; field: string; take: Side };

/** What a merge came to. */
export type Merged = Outcome & { entry: ExchangeEntry };

/** As much of it as stands again after a lock: ids and numbers, nothing of its content. */
type Outcome = {
  counts: PackagePreview['counts'];
  /** Meetings whose minutes were signed apart. */
  signedApart: number;
  /** Conflicts that were decided with the merge. */
  picked: number;
  /** The receipt went back by the exchange folder, or there is nobody to get it. */
  byFolder: boolean;
};

type State =
  | { step: 'none' }
  | { step: 'looking'; name: string }
  | { step: 'refused'; name: string; error: unknown }
  | { step: 'preview' | 'merging'; preview: PackagePreview; error: unknown }
  | ({ step: 'done' } & Merged);

/** What a record of the preview is known by on the page. */
export const rowKey = ({ entity, row }: Pick<PreviewRow, 'entity' | 'row'>): string => `${entity} ${row}`;

export const pickKey = (pick: Pick<FieldPick, 'entity' | 'row' | 'field'>): string => `${rowKey(pick)} ${pick.field}`;

type Choices = { place: string; picks: ReadonlyMap<string, FieldPick>; refusedGroups: ReadonlySet<string> };

const noChoices = (place: string): Choices => ({ place, picks: new Map(), refusedGroups: new Set() });

/** The merge that was done at a place: its receipt is still to be saved after a lock. */
const done = createStore<{ place: string; entryId: string; outcome: Outcome } | null>(null);

/** What was chosen in the package that is looked at, so that it stands again after a lock; ids alone, nothing of its content. */
const chosen = createStore<Choices | null>(null);

/**
 * One package on its way in: looked at, chosen from, merged or left.
 * @param place by which the page knows that it is the same look at the same package as before the lock
 * @param language in which days are written in the names of records
 */
export const useReceiving = (place: string, language: Language) => {
  const [state, setState] = useState<State>({ step: 'none' });
  const [choices, setChoices] = useState(() => noChoices(place));
  const { picks, refusedGroups } = choices;
  const kept = useRef<string>(undefined);

  /** The core forgets a preview that nobody looks at any more. */
  const forget = useCallback((): void => {
    const previewId = kept.current;
    kept.current = undefined;
    // a workspace that was locked has forgotten it already
    if (previewId !== undefined) client.exchange.leave({ previewId }).catch(() => undefined);
  }, []);
  useEffect(() => forget, [forget]);

  const look = useCallback(
    async (source: PackageSource, name: string): Promise<void> => {
      forget();
      const before = chosen.get();
      setChoices(before?.place === place ? before : noChoices(place));
      setState({ step: 'looking', name });
      try {
        const merged = done.get();
        const again =
          merged?.place === place
            ? await client.exchange.makeReceipt({ id: merged.entryId }).catch(() => undefined)
            : undefined;
        if (merged && again) {
          setState({ step: 'done', ...merged.outcome, entry: again.entry });
          return;
        }
        const preview = await followWork(client.exchange.inspect({ ...source, language }));
        kept.current = preview.previewId;
        setState({ step: 'preview', preview, error: undefined });
      } catch (error) {
        setState(errorCode(error) === 'cancelled' ? { step: 'none' } : { step: 'refused', name, error });
      }
    },
    [forget, place, language],
  );
  useEffect(() => {
    if (state.step === 'preview') chosen.set(choices);
    if (state.step === 'done') chosen.set(null);
  }, [state.step, choices]);

  const merge = async (): Promise<void> => {
    if (state.step !== 'preview') return;
    const { preview } = state;
    setState({ step: 'merging', preview, error: undefined });
    try {
      const join = preview.offered.map(({ id }) => id).filter((id) => !refusedGroups.has(id));
      const asked = { previewId: preview.previewId, join, picks: [...picks.values()] };
      const { entry, receipt } = await trackSaving(followWork(client.exchange.merge(asked)));
      kept.current = undefined;
      const { counts, signedApart } = preview;
      const outcome = { counts, signedApart: signedApart.length, picked: picks.size, byFolder: receipt === null };
      done.set({ place, entryId: entry.id, outcome });
      setState({ step: 'done', ...outcome, entry });
    } catch (error) {
      setState({ step: 'preview', preview, error });
    }
  };

  return {
    state,
    picks,
    refusedGroups,
    look,
    merge,
    pick: (pick: FieldPick): void =>
      setChoices((now) => ({ ...now, picks: new Map(now.picks).set(pickKey(pick), pick) })),
    join: (groupId: string, joins: boolean): void =>
      setChoices((now) => {
        const next = new Set(now.refusedGroups);
        if (joins) next.delete(groupId);
        else next.add(groupId);
        return { ...now, refusedGroups: next };
      }),
  };
};

export type Receiving = ReturnType<typeof useReceiving>;
