import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '../../../shared/contract/decisionRegister.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { say } from '../../ui/window/say.ts';
import { sameConditions, type RegisterView } from './registerFilter.ts';

const sameView = (a: RegisterView, b: RegisterView): boolean =>
  a.groupBy === b.groupBy &&
  a.sort.by === b.sort.by &&
  a.sort.descending === b.sort.descending &&
  sameConditions(a.filter, b.filter);

/** Keeps what is asked for under a name; the name of one that is there already puts this in its place. */
const SaveDialog = (props: {
  view: RegisterView;
  words: string;
  known: readonly SavedFilter[];
  onClose: () => void;
}) => {
  const { view, known, onClose } = props;
  const { t } = useTranslation('decisions');
  const errorText = useErrorText();
  const { run, error, running } = useActs();
  const [name, setName] = useState('');
  const same = known.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const save = async (): Promise<void> => {
    const kept = await run(() => client.decisions.saveFilter({ id: same?.id ?? null, name: name.trim(), query: view }));
    if (kept === undefined) return;
    say(t('saved.kept', { name: name.trim() }));
    onClose();
  };
  const atName = errorField(error) === 'name';
  return (
    <Dialog
      open
      width={440}
      title={t('saved.save')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={name.trim() === ''}
      error={atName ? undefined : error}
    >
      {props.words === '' ? null : <p className="soft small">{props.words}</p>}
      <TextInput
        label={t('saved.name')}
        required
        takesFocus
        maxLength={200}
        value={name}
        onChange={setName}
        error={atName ? errorText(error) : undefined}
      />
      {same === undefined ? null : <Notice tone="amber">{t('saved.replaces', { name: same.name })}</Notice>}
    </Dialog>
  );
};

const RemoveDialog = ({ known, onClose }: { known: readonly SavedFilter[]; onClose: () => void }) => {
  const { t } = useTranslation('decisions');
  const { run, error } = useActs();
  return (
    <Dialog open width={440} title={t('saved.manage')} onClose={onClose} error={error}>
      {known.length === 0 ? <p className="soft">{t('saved.none')}</p> : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {known.map(({ id, name }) => (
          <li key={id} style={{ display: 'flex', alignItems: 'center', minHeight: 32, gap: 8 }}>
            <span style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{name}</span>
            <IconButton
              size="small"
              label={t('saved.remove', { name })}
              icon={<CloseIcon size={13} />}
              onClick={() => void run(() => client.decisions.removeFilter({ id }))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
};

/** The kept filters: choose one, keep what is asked for now, take one away. */
export const SavedFilters = ({
  view,
  words,
  onChoose,
}: {
  view: RegisterView;
  /** The conditions in force, in words. */
  words: string;
  onChoose: (view: RegisterView) => void;
}) => {
  const { t } = useTranslation(['decisions', 'common']);
  const { data } = useQuery(orpc.decisions.savedFilters.queryOptions());
  const [dialog, setDialog] = useState<'save' | 'remove'>();
  const known = data ?? [];
  const chosen = known.find(({ query }) => sameView(query, view));
  const close = (): void => setDialog(undefined);
  useCommands([
    {
      id: 'decisions.saveFilter',
      group: t('common:area.decisions'),
      label: t('saved.save'),
      run: () => setDialog('save'),
    },
    ...known.map(({ id, name, query }) => ({
      id: `decisions.filter.${id}`,
      group: t('saved.title'),
      label: name,
      run: () => onChoose(query),
    })),
  ]);
  return (
    <>
      <MenuButton
        size="small"
        label={chosen?.name ?? t('saved.title')}
        items={[
          ...known.map(({ id, name, query }) => ({
            id,
            label: name,
            checked: id === chosen?.id,
            run: () => onChoose(query),
          })),
          ...(known.length === 0 ? [] : ['line' as const]),
          { id: 'save', label: `${t('saved.save')}…`, run: () => setDialog('save') },
          {
            id: 'remove',
            label: `${t('saved.manage')}…`,
            disabled: known.length === 0,
            run: () => setDialog('remove'),
          },
        ]}
      />
      {dialog === 'save' ? <SaveDialog view={view} words={words} known={known} onClose={close} /> : null}
      {dialog === 'remove' ? <RemoveDialog known={known} onClose={close} /> : null}
    </>
  );
};
