import { useState } from 'react';
import type { PartPatch } from '../../../shared/contract/projectParts.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { readBase } from '../../ui/core/readBase.ts';

/** What is there before somebody edits it. */
export type EditedRow = { id: string; clocks: Record<string, string> };

export type PartForm<Fields> = {
  value: Fields;
  set: (part: Partial<Fields>) => void;
  /** What the core has against a field. */
  wrong: (field: keyof Fields & string) => string | undefined;
  /** What it has against none of the fields in the form. */
  error: unknown;
  saving: boolean;
  save: () => void;
};

/**
 * The fields of a part in a dialog: only what was changed is written, with the clocks that were read when the dialog
 * opened, so that what another window wrote meanwhile is kept beside it.
 */
export const usePartForm = <Fields extends object>(options: {
  projectId: string;
  /** Null: a new one. */
  row: EditedRow | null;
  start: Fields;
  /** Long texts, which the core merges. */
  texts?: Record<string, string>;
  patch: (fields: Partial<Fields>) => PartPatch;
  onSaved: () => void;
}): PartForm<Fields> => {
  const { projectId, row, patch, onSaved } = options;
  const errorText = useErrorText();
  const { run, error, running } = useActs();
  const [start] = useState(options.start);
  const [value, setValue] = useState(options.start);
  const [base] = useState(() => readBase(row?.clocks ?? {}, options.texts));
  const field = errorField(error);
  const isOurs = field !== undefined && field in start;
  const changed = (): Partial<Fields> => {
    const fields: Partial<Fields> = {};
    for (const key of Object.keys(start) as (keyof Fields)[]) if (value[key] !== start[key]) fields[key] = value[key];
    return fields;
  };
  const write = async (): Promise<void> => {
    const saved = await run(async () => {
      if (row === null) await client.projects.addPart({ projectId, patch: patch(value) });
      else await client.projects.updatePart({ id: row.id, patch: patch(changed()), base });
      return true;
    });
    if (saved === true) onSaved();
  };
  return {
    value,
    set: (part) => setValue((now) => ({ ...now, ...part })),
    wrong: (name) => (field === name ? errorText(error) : undefined),
    error: isOurs ? undefined : error,
    saving: running,
    save: () => void write(),
  };
};
