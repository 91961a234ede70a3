import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptConflict } from '../../../shared/contract/workspace.ts';
import { client, queryClient, orpc } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { parsedValue } from '../../ui/records/recordWords.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { say } from '../../ui/window/say.ts';
import { useToday } from '../../ui/window/today.ts';

/** What a conflict is known by on the page. */
export const conflictKey = ({ entity, row, field, hlc }: KeptConflict): string => `${entity} ${row} ${field} ${hlc}`;

/** What can be decided: the lost value is taken back, everything stays, or the lost value becomes a remark. */
export type Decision = 'take' | 'leave' | 'remark';

/** Which decisions a conflict leaves open. */
export const mayBe = ({ kind, meetingId }: KeptConflict, decision: Decision): boolean => {
  if (decision === 'leave') return true;
  return decision === 'take' ? kind !== 'displaced' : kind === 'displaced' && meetingId !== null;
};

/** Carries a decision out and says so; a refusal stays with its conflict. */
export const useConflictActs = () => {
  const { t } = useTranslation('exchange');
  const words = useRecordWords();
  const today = useToday();
  const [refusal, setRefusal] = useState<{ key: string; error: unknown } | null>(null);
  const [running, setRunning] = useState<string | null>(null);

  const recordWords = ({ entity, about }: KeptConflict): string => {
    const name = words.entityName(entity);
    const kind = `${name.charAt(0).toLocaleUpperCase()}${name.slice(1)}`;
    return about === '' ? kind : `${kind} · ${about}`;
  };

  const addRemark = async (conflict: KeptConflict): Promise<void> => {
    const { entity, field, lost, names, meetingId, itemId, author } = conflict;
    if (meetingId === null) return;
    const value = words.valueText(entity, field, parsedValue(lost), names);
    const text = t('conflicts.remarkText', {
      record: recordWords(conflict),
      field: words.fieldName(entity, field),
      value,
    });
    await client.meetings.addRemark({ meetingId, personId: null, authorText: author, itemId, text, receivedOn: today });
  };

  const carryOut = async (conflict: KeptConflict, decision: Decision): Promise<void> => {
    const { entity, row, field, hlc } = conflict;
    if (decision === 'remark') await addRemark(conflict);
    await client.workspace.settleConflict({ entity, row, field, hlc, take: decision === 'take' });
    await queryClient.invalidateQueries({ queryKey: orpc.workspace.conflicts.key() });
  };

  const decide = async (conflict: KeptConflict, decision: Decision): Promise<void> => {
    const key = conflictKey(conflict);
    if (running !== null || !mayBe(conflict, decision)) return;
    setRunning(key);
    setRefusal(null);
    try {
      await trackSaving(carryOut(conflict, decision));
      const done = { take: 'conflicts.taken', leave: 'conflicts.left', remark: 'conflicts.remarked' } as const;
      say(t(done[decision], { record: recordWords(conflict) }));
    } catch (error) {
      setRefusal({ key, error });
    } finally {
      setRunning(null);
    }
  };

  return {
    decide: (conflict: KeptConflict, decision: Decision) => void decide(conflict, decision),
    refusal,
    running,
    recordWords,
  };
};
