import type { FieldBase } from '../../ui/saved/savedField.ts';

/** Fields that hold one fact together share a register of the ledger: field → register. */
export type Registers = Readonly<Record<string, string>>;

/** The fields that were changed in a dialog. */
export const changedIn = <Fields extends object>(before: Fields, after: Fields): Partial<Fields> => {
  const patch: Partial<Fields> = {};
  for (const key of Object.keys(after) as (keyof Fields)[]) if (after[key] !== before[key]) patch[key] = after[key];
  return patch;
};

/** What those fields had been read as, so that what somebody else wrote meanwhile is not lost. */
export const baseOf = (
  patch: object,
  read: { clocks: Readonly<Record<string, string>>; texts?: Readonly<Record<string, string>>; registers?: Registers },
): Record<string, FieldBase> =>
  Object.fromEntries(
    Object.keys(patch).map((field): [string, FieldBase] => {
      const register = read.registers?.[field] ?? field;
      const text = read.texts?.[field];
      return [register, { clock: read.clocks[register] ?? null, ...(text !== undefined && { text }) }];
    }),
  );
