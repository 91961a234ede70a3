import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { say } from '../../ui/window/say.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';

/** What is done to many decisions at once. */
export type ManyAct = { kind: 'note' } | { kind: 'deadline' } | { kind: 'status'; status: ExecutionStatus };

/** One that was left as it is, and why. */
export type Refused = { id: string; number: string; code: string };

/** As many as the core takes in one act, so that one undo takes all of it back. */
export const mostAtOnce = 5000;

/** One act on many decisions: says on how many, asks what it needs, and does it in one go with one undo. */
export const ManyDialog = (props: {
  act: ManyAct;
  ids: readonly string[];
  onClose: () => void;
  onRefused: (refused: readonly Refused[], changed: number) => void;
}) => {
  const { act, ids, onClose, onRefused } = props;
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const { run, error, running } = useActs();
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const { at, rest } = useFieldError(error, ['dueOn', 'reason', 'note']);
  const count = ids.length;
  const tooMany = count > mostAtOnce;
  const words = text.trim();
  const incomplete = (act.kind !== 'status' && words === '') || (act.kind === 'deadline' && dueOn === null);
  const title = {
    note: t('many.note', { count }),
    deadline: t('many.deadline', { count }),
    status: t('many.status', {
      count,
      state: act.kind === 'status' ? t(`vocabulary:executionStatus.${act.status}`) : '',
    }),
  }[act.kind];
  const save = async (): Promise<void> => {
    const answer = await run(() =>
      client.decisions.setMany({
        ids: [...ids],
        ...(act.kind === 'status' && { status: act.status }),
        ...(act.kind === 'deadline'
          ? { reason: words, ...(dueOn !== null && { dueOn }) }
          : words !== '' && { note: words }),
      }),
    );
    if (answer === undefined) return;
    onClose();
    if (answer.refused.length > 0) onRefused(answer.refused, answer.changed);
    else say(t('many.changed', { count: answer.changed }));
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={incomplete || tooMany}
      error={rest}
    >
      {tooMany ? <Notice tone="amber">{t('many.tooMany', { most: mostAtOnce })}</Notice> : null}
      {act.kind === 'deadline' ? (
        <DateField
          label={t('deadline.new')}
          required
          takesFocus
          value={dueOn}
          onChange={setDueOn}
          error={at('dueOn')}
        />
      ) : null}
      <TextArea
        label={act.kind === 'deadline' ? t('deadline.reason') : act.kind === 'note' ? t('note.text') : t('done.note')}
        required={act.kind !== 'status'}
        takesFocus={act.kind !== 'deadline'}
        minRows={act.kind === 'status' ? 2 : 3}
        value={text}
        onChange={setText}
        error={at('reason') ?? at('note')}
      />
    </Dialog>
  );
};
