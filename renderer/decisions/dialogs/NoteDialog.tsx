import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import type { PickedFile } from '../../ui/core/files.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { say } from '../../ui/window/say.ts';
import { useToday } from '../../ui/window/today.ts';
import { Files } from './Files.tsx';
import { useFieldError } from '../../ui/core/useFieldError.ts';

/** What has been done about a decision: a note of a day, with the files that show it. */
export const NoteDialog = ({ id, number, onClose }: { id: string; number: string; onClose: () => void }) => {
  const { t } = useTranslation('decisions');
  const today = useToday();
  const { run, error, running } = useActs();
  const [text, setText] = useState('');
  const [notedOn, setNotedOn] = useState<string | null>(today);
  const [files, setFiles] = useState<PickedFile[]>([]);
  const { at, rest } = useFieldError(error, ['text', 'notedOn']);
  const save = async (): Promise<void> => {
    const kept = await run(() =>
      client.decisions.addNote({
        id,
        notedOn: notedOn ?? today,
        text: text.trim(),
        tickets: files.map(({ ticket }) => ticket),
      }),
    );
    if (kept === undefined) return;
    say(t('note.kept', { number }));
    onClose();
  };
  return (
    <Dialog
      open
      title={t('note.of', { number })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={text.trim() === ''}
      error={rest}
    >
      <TextArea label={t('note.text')} required takesFocus value={text} onChange={setText} error={at('text')} />
      <DateField label={t('note.day')} value={notedOn} onChange={setNotedOn} error={at('notedOn')} />
      <Files files={files} onChange={setFiles} />
    </Dialog>
  );
};
