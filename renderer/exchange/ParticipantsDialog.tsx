import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyStatus, ExchangeStatus } from '../../shared/contract/exchange.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { wordMatcher } from '../ui/matchesWords.ts';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';

type Choice = { id: string; name: string; hint?: string | undefined };

/** From so many on a list is searched, not read. */
const many = 12;

/** Boxes to be ticked, saved in one. */
const ChoiceDialog = (props: {
  title: string;
  text: string;
  /** Said where there is nothing to choose from. */
  none: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onSave: (chosen: readonly string[]) => Promise<unknown>;
  onClose: () => void;
}) => {
  const { t } = useTranslation('common');
  const { run, running, error } = useActs();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(props.chosen));
  const [words, setWords] = useState('');
  const { choices } = props;
  const toggle = (id: string): void =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const save = (): void =>
    void run(async () => {
      await props.onSave([...chosen]);
      props.onClose();
    });
  const matches = wordMatcher(words);
  const shown = choices.filter(({ name }) => matches(name));
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      error={error}
      submitting={running}
      onSubmit={choices.length === 0 ? undefined : save}
    >
      <p className="soft">{props.text}</p>
      {choices.length === 0 ? <Notice>{props.none}</Notice> : null}
      {choices.length < many ? null : (
        <TextInput
          label={t('action.find')}
          labelHidden
          type="search"
          placeholder={t('action.find')}
          value={words}
          onChange={setWords}
        />
      )}
      <div
        style={{
          display: 'grid',
          alignContent: 'start',
          gap: 6,
          flex: 'none',
          minHeight: choices.length < many ? 0 : 300,
        }}
      >
        {shown.map(({ id, name, hint }) => (
          <Checkbox key={id} label={name} hint={hint} checked={chosen.has(id)} onChange={() => toggle(id)} />
        ))}
        {shown.length === 0 && choices.length > 0 ? <p className="soft">{t('msg.nothingFound')}</p> : null}
      </div>
    </Dialog>
  );
};

/** Which agencies take part in the exchange of a group; only those whose card is trusted can join. */
export const ParticipantsDialog = ({
  group,
  agencies,
  onClose,
}: {
  group: ExchangeStatus['groups'][number];
  agencies: readonly AgencyStatus[];
  onClose: () => void;
}) => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const { id: groupId, name, agencyIds } = group;
  return (
    <ChoiceDialog
      title={t('groups.choose', { name })}
      text={t('groups.text')}
      none={t('groups.noCards')}
      choices={agencies
        .filter(({ card }) => card.state === 'trusted' || agencyIds.includes(card.agencyId))
        .map(({ card }) => ({
          id: card.agencyId,
          name: card.name,
          hint: card.state === 'trusted' ? undefined : t(`vocabulary:cardState.${card.state}`),
        }))}
      chosen={agencyIds}
      onSave={(chosen) => client.exchange.setParticipants({ groupId, agencyIds: [...chosen] })}
      onClose={onClose}
    />
  );
};

/** In which groups' exchange an agency takes part: the same setting, seen from the agency. */
export const AgencyGroupsDialog = ({
  agency: { agencyId, name },
  groups,
  onClose,
}: {
  agency: AgencyStatus['card'];
  groups: ExchangeStatus['groups'];
  onClose: () => void;
}) => {
  const { t } = useTranslation('exchange');
  const save = async (chosen: readonly string[]): Promise<void> => {
    const changed = groups.filter(({ id, agencyIds }) => agencyIds.includes(agencyId) !== chosen.includes(id));
    for (const { id, agencyIds } of changed) {
      const others = agencyIds.filter((each) => each !== agencyId);
      // one after the other: each is an act that can be undone by itself
      await client.exchange.setParticipants({
        groupId: id,
        agencyIds: chosen.includes(id) ? [...others, agencyId] : others,
      });
    }
  };
  return (
    <ChoiceDialog
      title={t('groups.of', { name })}
      text={t('groups.ofText')}
      none={t('groups.none')}
      choices={groups}
      chosen={groups.filter(({ agencyIds }) => agencyIds.includes(agencyId)).map(({ id }) => id)}
      onSave={save}
      onClose={onClose}
    />
  );
};
