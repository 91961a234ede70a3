import { trackSaving } from '../core/saving.ts';
import type { FieldBase, SavedField } from './savedField.ts';

type Base = Record<string, FieldBase>;

export type RecordOptions<Fields extends object> = {
  /** `<entity>.<id>`, for telling its fields apart from those of others. */
  name: string;
  record: Fields;
  /** Register → clock, as it was read. */
  clocks: Readonly<Record<string, string>>;
  /** Fields that hold one fact together share a register of the ledger. */
  registers?: Partial<Record<keyof Fields & string, string>>;
  /** Long texts, which the core merges. */
  texts?: readonly (keyof Fields & string)[];
  write: (patch: Partial<Fields>, base: Base) => Promise<unknown>;
  /** Reads the record again; what was written then shows. */
  refetch: () => Promise<unknown>;
};

/** The fields of one record, each of which saves itself. */
export const recordFields =
  <Fields extends object>({ name, record, clocks, registers, texts, write, refetch }: RecordOptions<Fields>) =>
  <Key extends keyof Fields & string>(key: Key): SavedField<Fields[Key]> => {
    const register = registers?.[key] ?? key;
    const stored = record[key];
    const isText = texts?.includes(key) === true && typeof stored === 'string';
    return {
      name: `${name}.${key}`,
      stored,
      base: { clock: clocks[register] ?? null, ...(isText && { text: stored }) },
      save: async (value, base) => {
        const patch: Partial<Fields> = {};
        patch[key] = value;
        await trackSaving(write(patch, { [register]: base }));
        await refetch();
      },
    };
  };
