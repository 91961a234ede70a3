import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { remarkOutcomes } from '../../../shared/vocabulary.ts';
import { RadioCards } from '../../ui/Choice.tsx';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import { useActs } from '../../ui/core/acts.ts';

const typedKey = 'typed';
const whole = 'all';

/** A remark that came in: from whom, on what, in which words. */
export const RemarkDialog = ({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { run, error, running } = useActs();
  const today = useToday();
  const [author, setAuthor] = useState<Option | null>(null);
  const [itemId, setItemId] = useState(whole);
  const [text, setText] = useState('');
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const people = meeting.participants.map(({ id, personId, name, shortName }): Option => ({
    id: personId ?? `${typedKey}:${id}`,
    label: name,
    note: shortName,
  }));
  const save = async (): Promise<void> => {
    const known = meeting.participants.some(({ personId }) => personId !== null && personId === author?.id);
    const saved = await run(() =>
      client.meetings.addRemark({
        meetingId: meeting.id,
        personId: known ? (author?.id ?? null) : null,
        authorText: known ? '' : (author?.label ?? ''),
        itemId: itemId === whole ? null : itemId,
        text: text.trim(),
        receivedOn: receivedOn ?? today,
      }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('remarks.new')}
      submitting={running}
      submitDisabled={text.trim() === '' || author === null}
      error={error}
      onSubmit={() => void save()}
    >
      <Combobox
        label={t('common:col.author')}
        required
        takesFocus
        options={people}
        value={author}
        onChange={setAuthor}
        createLabel={(typed) => t('remarks.authorAsTyped', { name: typed })}
        onCreate={(typed) => setAuthor({ id: typedKey, label: typed })}
      />
      <TextArea label={t('remarks.text')} required value={text} onChange={setText} />
      <FormGrid>
        <Select
          label={t('remarks.item')}
          value={itemId}
          onChange={setItemId}
          options={[
            { value: whole, label: t('remarks.whole') },
            ...meeting.itemRows.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` })),
          ]}
        />
        <DateField label={t('remarks.receivedOn')} value={receivedOn} onChange={setReceivedOn} />
      </FormGrid>
    </Dialog>
  );
};

/** What was done with a remark. */
export const SettleDialog = (props: { remark: MeetingDetail['remarks'][number]; onClose: () => void }) => {
  const { remark, onClose } = props;
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { run, error, running } = useActs();
  const [outcome, setOutcome] = useState(remark.outcome);
  const [outcomeText, setText] = useState(remark.outcomeText);
  const save = async (): Promise<void> => {
    const saved = await run(() =>
      client.meetings.settleRemark({ id: remark.id, outcome, outcomeText: outcomeText.trim() }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('remarks.settle')}
      submitting={running}
      error={error}
      onSubmit={() => void save()}
    >
      <blockquote style={{ margin: 0, whiteSpace: 'pre-wrap' }} className="soft">
        {remark.text}
      </blockquote>
      <RadioCards
        label={t('remarks.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={remarkOutcomes.map((value) => ({ value, title: t(`vocabulary:remarkOutcome.${value}`) }))}
      />
      <TextArea label={t('remarks.outcomeText')} minRows={2} value={outcomeText} onChange={setText} />
    </Dialog>
  );
};
