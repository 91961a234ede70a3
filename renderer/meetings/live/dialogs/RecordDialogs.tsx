import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Combobox, type Option } from '../../../ui/Combobox.tsx';
import { client } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { findRecord } from '../../../ui/editor/recordText.ts';
import { TextArea } from '../../../ui/TextInput.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { setSaid } from '../../words/commands.ts';
import { entryOf } from '../../words/entries.ts';
import { actOnDecision, nameOption } from '../decisionActs.ts';
import { useLive } from '../liveContext.ts';

const typedKey = 'typed';

/** Who spoke, when, and whether the text is attached. */
export const SpeakerDialog = ({ speechId, onClose }: { speechId: string; onClose: () => void }) => {
  const { t } = useTranslation('meetings');
  const { keeper, names } = useLive();
  const [entry] = useState(() => {
    const node = findRecord(keeper.editor.state.doc, speechId)?.node;
    const found = node === undefined ? undefined : entryOf(node);
    return found?.kind === 'decision' ? undefined : found;
  });
  const known = names.person(entry?.speakerId ?? null);
  const first: Option | null =
    known !== undefined
      ? nameOption(known)
      : entry !== undefined && entry.speakerText !== ''
        ? { id: typedKey, label: entry.speakerText }
        : null;
  const [speaker, setSpeaker] = useState(first);
  const [saidAt, setSaidAt] = useState(entry?.saidAt ?? null);
  const [textAttached, setTextAttached] = useState(entry?.textAttached ?? false);
  const options = useMemo(() => names.all.map(nameOption), [names]);
  const save = (): void => {
    const name = names.all.find(({ key }) => key === speaker?.id);
    const isPerson = name?.kind === 'person' && name.id !== null;
    setSaid(keeper.editor, speechId, {
      speakerId: isPerson ? name.id : null,
      speakerText: isPerson ? '' : (speaker?.label ?? ''),
      saidAt,
      textAttached,
    });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('speaker.title')} onSubmit={save}>
      <Combobox
        label={t('speaker.who')}
        takesFocus
        value={speaker}
        onChange={setSpeaker}
        options={options}
        createLabel={(typed) => t('live.speakerAsTyped', { name: typed })}
        onCreate={(typed) => setSpeaker({ id: typedKey, label: typed })}
      />
      <TimeField label={t('speaker.time')} value={saidAt} onChange={setSaidAt} />
      <Checkbox label={t('live.textAttached')} checked={textAttached} onChange={setTextAttached} />
    </Dialog>
  );
};

/** Why it was decided without a quorum; the minutes print it. */
export const NoQuorumDialog = ({ decisionId, onClose }: { decisionId: string; onClose: () => void }) => {
  const { t } = useTranslation('meetings');
  const { keeper, meeting } = useLive();
  const { run, error, running } = useActs();
  const [reason, setReason] = useState(keeper.details.get().get(decisionId)?.noQuorumReason ?? '');
  const save = async (): Promise<void> => {
    const patch = { noQuorumReason: reason.trim() };
    const saved = await run(async () => {
      await actOnDecision(keeper, decisionId, [() => client.decisions.update({ id: decisionId, patch })]);
      return true;
    });
    if (saved === true) onClose();
  };
  const { present, seats, required } = meeting.quorum;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('noQuorum.title')}
      submitting={running}
      error={error}
      onSubmit={() => void save()}
    >
      <p>{t('noQuorum.said', { present, seats, required })}</p>
      <TextArea label={t('live.noQuorumReason')} takesFocus minRows={2} value={reason} onChange={setReason} />
    </Dialog>
  );
};

/** A dissenting opinion; an empty text takes it back. */
export const DissentDialog = ({ decisionId, onClose }: { decisionId: string; onClose: () => void }) => {
  const { t } = useTranslation('meetings');
  const { keeper, meeting } = useLive();
  const { run, error, running } = useActs();
  const [dissents] = useState(() => keeper.details.get().get(decisionId)?.dissents ?? []);
  const options = meeting.participants.map(({ id, name, shortName }): Option => ({ id, label: name, note: shortName }));
  const [who, setWho] = useState(options.find(({ id }) => id === dissents[0]?.participantId) ?? null);
  const [text, setText] = useState(dissents[0]?.text ?? '');
  const choose = (option: Option | null): void => {
    setWho(option);
    setText(dissents.find(({ participantId }) => participantId === option?.id)?.text ?? '');
  };
  const save = async (): Promise<void> => {
    const participantId = who?.id;
    if (participantId === undefined) return;
    const saved = await run(async () => {
      await actOnDecision(keeper, decisionId, [
        () => client.decisions.setDissent({ id: decisionId, participantId, text }),
      ]);
      return true;
    });
    if (saved === true) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('dissent.title')}
      submitting={running}
      submitDisabled={who === null}
      error={error}
      onSubmit={() => void save()}
    >
      <Combobox label={t('dissent.who')} takesFocus options={options} value={who} onChange={choose} />
      <TextArea label={t('dissent.text')} hint={t('dissent.hint')} value={text} onChange={setText} />
    </Dialog>
  );
};

/** Who presides and who writes, where somebody acts for the office holder. */
export const ChairDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('meetings');
  const { names, meeting } = useLive();
  const { run, error, running } = useActs();
  const people = useMemo(
    () => names.all.filter(({ kind, id }) => kind === 'person' && id !== null).map(nameOption),
    [names],
  );
  const optionOf = (id: string | null): Option | null => {
    const name = names.person(id);
    return name === undefined ? null : nameOption(name);
  };
  const [chair, setChair] = useState(optionOf(meeting.chairId));
  const [secretary, setSecretary] = useState(optionOf(meeting.secretaryId));
  const personOf = (option: Option | null): string | null =>
    names.all.find(({ key }) => key === option?.id)?.id ?? null;
  const save = async (): Promise<void> => {
    const patch = { chairId: personOf(chair), secretaryId: personOf(secretary) };
    if ((await run(() => client.meetings.update({ id: meeting.id, patch }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('chair.title')}
      submitting={running}
      error={error}
      onSubmit={() => void save()}
    >
      <Combobox label={t('chair.chair')} takesFocus options={people} value={chair} onChange={setChair} />
      <Combobox label={t('chair.secretary')} options={people} value={secretary} onChange={setSecretary} />
    </Dialog>
  );
};
