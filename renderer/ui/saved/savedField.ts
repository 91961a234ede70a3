import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useErrorText } from '../core/errors.ts';
import { setUnsaved, useFlush } from '../core/saving.ts';
import { say } from '../window/say.ts';

/** What a field had been read as when somebody began to change it (rule 2 of the ledger). */
export type FieldBase = { clock: string | null; text?: string };

/** One field of a record as it is stored, and the way to store another value. */
export type SavedField<Value> = {
  /** Names the field among all on the page. */
  name: string;
  stored: Value;
  base: FieldBase;
  save: (value: Value, base: FieldBase) => Promise<void>;
};

type Draft<Value> = { value: Value; base: FieldBase };

/**
 * A field that is edited where it stands: what is typed is a draft over the stored value until the field is left, then
 * it is saved with the clock that was read when typing began. A draft that could not be saved stays, with the reason.
 */
export const useSavedField = <Value>(field: SavedField<Value>, tidy: (value: Value) => Value = (value) => value) => {
  const errorText = useErrorText();
  const [draft, setDraft] = useState<Draft<Value>>();
  const [error, setError] = useState<unknown>();
  const latest = useRef({ draft, field, tidy, errorText });
  useLayoutEffect(() => {
    latest.current = { draft, field, tidy, errorText };
  });

  const store = useCallback(async (now: Draft<Value>): Promise<void> => {
    const { field: to, tidy: tidied } = latest.current;
    const value = tidied(now.value);
    try {
      if (value !== to.stored) await to.save(value, now.base);
      setError(undefined);
      // what was typed meanwhile is a draft of its own
      setDraft((current) => (current === now ? undefined : current));
    } catch (caught) {
      setError(caught);
    }
  }, []);
  const commit = useCallback(async (): Promise<void> => {
    if (latest.current.draft !== undefined) await store(latest.current.draft);
  }, [store]);

  useFlush(commit);
  const dirty = draft !== undefined && draft.value !== field.stored;
  useEffect(() => {
    setUnsaved(field.name, dirty);
    return () => setUnsaved(field.name, false);
  }, [field.name, dirty]);
  // a page that is left by a key takes the field away without a blur
  useEffect(
    () => () => {
      const { draft: left, field: to, tidy: tidied, errorText: words } = latest.current;
      if (left === undefined || tidied(left.value) === to.stored) return;
      to.save(tidied(left.value), left.base).catch((caught: unknown) => say(words(caught)));
    },
    [],
  );

  return {
    value: draft === undefined ? field.stored : draft.value,
    dirty,
    error: error === undefined ? undefined : errorText(error),
    change: (value: Value): void => setDraft((now) => ({ value, base: now?.base ?? field.base })),
    commit: (): void => void commit(),
    /** Changes and saves in one: for what is chosen, not typed. */
    choose: (value: Value): void => {
      const chosen = { value, base: field.base };
      latest.current.draft = chosen;
      setDraft(chosen);
      void store(chosen);
    },
    revert: (): void => {
      setDraft(undefined);
      setError(undefined);
    },
  };
};
