import { useState } from 'react';
import { useActs } from '../core/acts.ts';
import { useFieldError } from '../core/useFieldError.ts';
import type { FieldBase } from './savedField.ts';

/** What is there before somebody edits it. */
export type EditedRow = { id: string; clocks: Readonly<Record<string, string>> };

/** What the fields of a form are of. */
export type FormOf<Fields> = {
  /** Null: a new one. */
  row: EditedRow | null;
  start: Fields;
  /** Long texts, which the core merges. */
  texts?: { readonly [Field in keyof Fields]?: string };
  /** Fields that hold one fact together share a register of the ledger: field → register. */
  registers?: { readonly [Field in keyof Fields]?: string };
};

export type RecordForm<Fields> = {
  isNew: boolean;
  /** As they were when it opened. */
  start: Fields;
  value: Fields;
  set: (part: Partial<Fields>) => void;
  /** What the core has against a field. */
  wrong: (field: keyof Fields & string) => string | undefined;
  /** What it has against none of the fields in the form. */
  error: unknown;
  saving: boolean;
  /** With `last` for what is made ready only now: a figure that was typed as words, a name without the blanks at its ends. */
  save: (last?: Partial<Fields>) => void;
};

const changedIn = <Fields extends object>(before: Fields, after: Fields): Partial<Fields> => {
  const changed: Partial<Fields> = {};
  for (const key of Object.keys(after) as (keyof Fields)[]) if (after[key] !== before[key]) changed[key] = after[key];
  return changed;
};

/** What those fields had been read as; a field that nobody had written yet has no clock. */
const baseOf = <Fields extends object>(
  changed: Partial<Fields>,
  { row, texts, registers }: FormOf<Fields>,
): Record<string, FieldBase> =>
  Object.fromEntries(
    (Object.keys(changed) as (keyof Fields & string)[]).map((field): [string, FieldBase] => {
      const register = registers?.[field] ?? field;
      const text = texts?.[field];
      return [register, { clock: row?.clocks[register] ?? null, ...(text !== undefined && { text }) }];
    }),
  );

/**
 * The fields of a record in a dialog: only what was changed is written, with the clocks that were read when the dialog
 * opened, so that what another window wrote meanwhile is kept beside it.
 */
export const useRecordForm = <Fields extends object, Kept extends object>({
  add,
  update,
  onKept,
  ...given
}: FormOf<Fields> & {
  add: (fields: Fields) => Promise<Kept>;
  update: (id: string, changed: Partial<Fields>, base: Record<string, FieldBase>) => Promise<Kept>;
  onKept: (kept: Kept) => void;
}): RecordForm<Fields> => {
  const { run, error, running } = useActs();
  const [read] = useState<FormOf<Fields>>(given);
  const [value, setValue] = useState(read.start);
  const { at, rest } = useFieldError(error, Object.keys(read.start));
  const write = async (all: Fields): Promise<void> => {
    const kept = await run(() => {
      if (read.row === null) return add(all);
      const changed = changedIn(read.start, all);
      return update(read.row.id, changed, baseOf(changed, read));
    });
    if (kept !== undefined) onKept(kept);
  };
  return {
    isNew: read.row === null,
    start: read.start,
    value,
    set: (part) => setValue((now) => ({ ...now, ...part })),
    wrong: at,
    error: rest,
    saving: running,
    save: (last) => void write({ ...value, ...last }),
  };
};
