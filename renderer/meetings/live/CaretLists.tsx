import { useCallback, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../ui/core/client.ts';
import { closeTrigger, type OpenTrigger } from '../../ui/editor/trigger.ts';
import { TriggerMenu, type TriggerChoice } from '../../ui/editor/TriggerMenu.tsx';
import { foldText } from '../../../shared/rules/fold.ts';
import type { Name } from '../names/names.ts';
import { chooseSpeaker, currentEntry, speakerList, writeOver } from '../words/commands.ts';
import { useLive } from './liveContext.ts';
import { findCommands, slashKeys, type SlashCommand } from './slashCommands.ts';
import type { WordsActs } from './useWordsActs.ts';

const asChoice = (name: Name): TriggerChoice => ({ id: name.key, label: name.label, note: name.note });

/** Choosing this writes what was typed as the speaker's name. */
const asTyped = 'asTyped';

const Commands = ({ open, acts }: { open: OpenTrigger; acts: WordsActs }) => {
  const { t } = useTranslation('meetings');
  const { keeper, meeting } = useLive();
  const { data: blocks } = useQuery(orpc.meetings.textBlocks.queryOptions());
  const entry = currentEntry(keeper.editor);
  const kind = entry?.kind ?? 'speech';
  const choices = useMemo((): TriggerChoice[] => {
    const place = { kind, inSession: meeting.status === 'inSession', quorum: meeting.quorum.reached };
    const commands = findCommands(open.query, place).map((command) => ({
      id: command,
      label: t(`command.${command}`),
      ...(command === 'assign' && { note: t('command.assignNote') }),
      ...(slashKeys[command] === undefined
        ? { typed: `/${t(`command.short.${command}`)}` }
        : { keys: slashKeys[command] }),
    }));
    const typed = foldText(open.query);
    const phrases = (blocks ?? [])
      .filter(({ language }) => language === meeting.language)
      .filter(({ title }) => typed !== '' && foldText(title).startsWith(typed))
      .slice(0, 4)
      .map(({ id, title }) => ({ id: `block:${id}`, label: title, note: t('command.phrase') }));
    return [...commands, ...phrases];
  }, [open.query, kind, meeting.status, meeting.quorum.reached, meeting.language, blocks, t]);
  const onChoose = useCallback(
    (choice: TriggerChoice) => {
      const block = blocks?.find(({ id }) => choice.id === `block:${id}`);
      writeOver(keeper.editor, open.from, open.to, block?.text ?? '');
      closeTrigger(keeper.editor.view);
      if (block === undefined) acts.command(choice.id as SlashCommand);
    },
    [keeper, open.from, open.to, blocks, acts],
  );
  return (
    <TriggerMenu
      editor={keeper.editor}
      link={keeper.trigger}
      open={open}
      label={t('live.commands')}
      choices={choices}
      onChoose={onChoose}
    />
  );
};

const Mentions = ({ open }: { open: OpenTrigger }) => {
  const { t } = useTranslation('meetings');
  const { keeper, names } = useLive();
  const choices = useMemo(() => names.search(open.query).map(asChoice), [names, open.query]);
  const onChoose = useCallback(
    (choice: TriggerChoice) => {
      const name = names.all.find(({ key }) => key === choice.id);
      writeOver(keeper.editor, open.from, open.to, `${name?.label ?? ''} `);
      closeTrigger(keeper.editor.view);
    },
    [keeper, names, open.from, open.to],
  );
  return (
    <TriggerMenu
      editor={keeper.editor}
      link={keeper.trigger}
      open={open}
      label={t('live.names')}
      choices={choices}
      onChoose={onChoose}
    />
  );
};

/** Opens by itself at a new speech: what is typed finds the speaker; a text that is no name goes on as the text. */
const Speakers = ({ open }: { open: OpenTrigger }) => {
  const { t } = useTranslation('meetings');
  const { keeper, names } = useLive();
  const typed = open.query.trim();
  const choices = useMemo((): TriggerChoice[] => {
    const found = names.search(typed).map(asChoice);
    const offer = typed.length >= 2 && typed.split(' ').length <= 4;
    return offer ? [...found, { id: asTyped, label: t('live.speakerAsTyped', { name: typed }) }] : found;
  }, [names, typed, t]);
  const onChoose = useCallback(
    (choice: TriggerChoice) => {
      const name = names.all.find(({ key }) => key === choice.id);
      const isPerson = name?.kind === 'person' && name.id !== null;
      chooseSpeaker(keeper.editor, {
        speakerId: isPerson ? name.id : null,
        speakerText: isPerson ? '' : (name?.label ?? typed),
      });
      closeTrigger(keeper.editor.view);
    },
    [keeper, names, typed],
  );
  return (
    <TriggerMenu
      editor={keeper.editor}
      link={keeper.trigger}
      open={open}
      label={t('live.speakers')}
      choices={choices}
      onChoose={onChoose}
      first={choices[0]?.id === asTyped ? 'none' : 'first'}
    />
  );
};

/** The list that is open at the caret, if one is. */
export const CaretLists = ({ acts }: { acts: WordsActs }) => {
  const { keeper } = useLive();
  const open = keeper.trigger.open.use();
  if (open === null) return null;
  if (open.kind === 'command') return <Commands open={open} acts={acts} />;
  return open.kind === speakerList ? <Speakers open={open} /> : <Mentions open={open} />;
};
