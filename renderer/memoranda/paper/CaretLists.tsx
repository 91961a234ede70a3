import type { Editor } from '@tiptap/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { holeKey } from '../../../shared/rules/clauseText.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { orpc } from '../../ui/core/client.ts';
import { closeTrigger, type OpenTrigger } from '../../ui/editor/trigger.ts';
import { TriggerMenu, type TriggerChoice } from '../../ui/editor/TriggerMenu.tsx';
import { wordMatcher } from '../../ui/matchesWords.ts';
import { useOrganisationOptions, usePersonOptions } from '../../ui/directory/options.ts';
import { ownFields, partyFieldNames } from '../fields/fields.ts';
import { useFieldName } from '../fields/useFieldName.ts';
import type { PaperKeeper } from './keeper.ts';
import { findCommands, slashKeys, type SlashCommand } from './slashCommands.ts';

/** As many as a list at the caret shows of names and fields. */
const most = 8;

/** Puts a field where something was typed for it. */
export const insertField = (editor: Editor, from: number, to: number, key: string, label: string): void => {
  const { state, view } = editor;
  if (state.doc.resolve(from).parent.type.name !== 'paragraph') {
    view.dispatch(state.tr.delete(from, to));
    return;
  }
  view.dispatch(state.tr.replaceWith(from, to, state.schema.node('field', { key, label })).scrollIntoView());
};

type Listed = { open: OpenTrigger; keeper: PaperKeeper; memorandum: MemorandumDetail };

/** Every field that the text of this memorandum can name. */
const useFieldChoices = (memorandum: MemorandumDetail): TriggerChoice[] => {
  const nameOf = useFieldName(memorandum);
  return useMemo(() => {
    const keys = [
      ...ownFields,
      'signedOn',
      'parties',
      ...memorandum.partyRows.flatMap((_party, index) => partyFieldNames.map((field) => `party.${index + 1}.${field}`)),
      ...memorandum.obligationRows.map(({ n }) => `obligation.${n}.due`),
    ];
    return keys.map((key) => ({ id: `field:${key}`, label: nameOf(key), note: memorandum.fieldValues[key] ?? '' }));
  }, [memorandum, nameOf]);
};

const Commands = (props: Listed & { onCommand: (command: SlashCommand) => void }) => {
  const { open, keeper, memorandum, onCommand } = props;
  const { t } = useTranslation('memoranda');
  const { data: library } = useQuery(orpc.memoranda.library.queryOptions({ input: { language: memorandum.language } }));
  const fields = useFieldChoices(memorandum);
  const choices = useMemo((): TriggerChoice[] => {
    const commands = findCommands(open.query).map((command) => ({
      id: command,
      label: t(`command.${command}`),
      ...(slashKeys[command] === undefined
        ? { typed: `/${t(`command.short.${command}`)}` }
        : { keys: slashKeys[command] }),
    }));
    const typed = foldText(open.query);
    const fits = wordMatcher(open.query);
    const named = typed === '' ? fields.slice(0, most) : fields.filter(({ label }) => fits(label)).slice(0, most);
    const clauses = (library ?? [])
      .filter(({ heading }) => typed !== '' && fits(heading))
      .slice(0, 4)
      .map(({ key, heading }) => ({ id: `clause:${key}`, label: heading, note: t('command.ofLibrary') }));
    return [...commands, ...named, ...clauses];
  }, [open.query, fields, library, t]);
  const onChoose = useCallback(
    ({ id }: TriggerChoice) => {
      const { editor } = keeper;
      if (id.startsWith('field:')) insertField(editor, open.from, open.to, id.slice('field:'.length), '');
      else {
        editor.view.dispatch(editor.state.tr.delete(open.from, open.to));
        closeTrigger(editor.view);
        if (id === 'hole') insertField(editor, open.from, open.from, holeKey, '');
        else if (id === 'bold') editor.commands.toggleBold();
        else if (id === 'italic') editor.commands.toggleItalic();
        else onCommand(id.startsWith('clause:') ? 'clause' : (id as SlashCommand));
        return;
      }
      closeTrigger(editor.view);
    },
    [keeper, open.from, open.to, onCommand],
  );
  return (
    <TriggerMenu
      editor={keeper.editor}
      link={keeper.trigger}
      open={open}
      label={t('paper.commands')}
      choices={choices}
      onChoose={onChoose}
    />
  );
};

const Names = ({ open, keeper, memorandum }: Listed) => {
  const { t } = useTranslation('memoranda');
  const organisations = useOrganisationOptions();
  const people = usePersonOptions();
  const choices = useMemo((): TriggerChoice[] => {
    const fits = wordMatcher(open.query);
    const parties = memorandum.partyRows.map(({ name, shortName }, index) => ({
      id: `party.${index + 1}.shortName`,
      label: shortName || name,
      note: t('command.party', { n: index + 1 }),
    }));
    const others = [...organisations, ...people].map(({ id, label, note }) => ({ id, label, note }));
    return [...parties, ...others].filter(({ label, note }) => fits(`${label} ${note ?? ''}`)).slice(0, most);
  }, [open.query, organisations, people, memorandum.partyRows, t]);
  const onChoose = useCallback(
    (choice: TriggerChoice) => {
      const { editor } = keeper;
      if (choice.id.startsWith('party.')) insertField(editor, open.from, open.to, choice.id, choice.label);
      else editor.view.dispatch(editor.state.tr.insertText(choice.label, open.from, open.to).scrollIntoView());
      closeTrigger(editor.view);
    },
    [keeper, open.from, open.to],
  );
  return (
    <TriggerMenu
      editor={keeper.editor}
      link={keeper.trigger}
      open={open}
      label={t('paper.names')}
      choices={choices}
      onChoose={onChoose}
    />
  );
};

/** The list that is open at the caret, if one is. */
export const CaretLists = (props: Omit<Listed, 'open'> & { onCommand: (command: SlashCommand) => void }) => {
  const open = props.keeper.trigger.open.use();
  if (open === null) return null;
  return open.kind === 'command' ? <Commands {...props} open={open} /> : <Names {...props} open={open} />;
};
