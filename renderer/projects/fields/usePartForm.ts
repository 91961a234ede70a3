import type { PartPatch } from '../../../shared/contract/projectParts.ts';
import { client } from '../../ui/core/client.ts';
import { useRecordForm, type FormOf, type RecordForm } from '../../ui/saved/useRecordForm.ts';

/** The fields of a part of a project in a dialog. */
export const usePartForm = <Fields extends object>({
  projectId,
  patch,
  onSaved,
  ...form
}: FormOf<Fields> & {
  projectId: string;
  patch: (fields: Partial<Fields>) => PartPatch;
  onSaved: (id: string) => void;
}): RecordForm<Fields> =>
  useRecordForm({
    ...form,
    add: (fields) => client.projects.addPart({ projectId, patch: patch(fields) }),
    update: async (id, changed, base) => {
      await client.projects.updatePart({ id, patch: patch(changed), base });
      return { id };
    },
    onKept: ({ id }) => onSaved(id),
  });
