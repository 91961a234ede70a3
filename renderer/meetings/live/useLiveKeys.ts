import { useTranslation } from 'react-i18next';
import { useEffect } from 'react';
import { useCommands, type Command } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { caretInto, offerSpeakers } from '../words/commands.ts';
import type { Live } from './liveContext.ts';
import type { Session } from './useSession.ts';
import type { WordsActs } from './useWordsActs.ts';

export type LiveKeys = {
  live: Live;
  words: WordsActs;
  session: Session;
  onFinish: () => void;
  addItem: () => void;
  focusAttendance: () => void;
  /** Closes what lies over the words. */
  backToText: () => void;
};

/** Every act of the minutes on the keyboard and in the command palette. */
export const useLiveKeys = (keys: LiveKeys): void => {
  const { live, words, session, onFinish, addItem, focusAttendance, backToText } = keys;
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { meeting, keeper } = live;
  const group = t('common:area.meetings');
  const inSession = meeting.status === 'inSession';
  const onBreak = meeting.onBreak !== null;
  const only = (when: boolean, commands: Command[]): Command[] => (when ? commands : []);
  useCommands([
    { id: 'meetings.speech', group, label: t('command.speech'), keys: 'Ctrl+Enter', run: words.speech },
    { id: 'meetings.decision', group, label: t('command.decision'), keys: 'Ctrl+Shift+D', run: words.decision },
    { id: 'meetings.nextItem', group, label: t('command.nextItem'), keys: 'Ctrl+Down', run: () => session.step(1) },
    {
      id: 'meetings.previousItem',
      group,
      label: t('command.previousItem'),
      keys: 'Ctrl+Up',
      run: () => session.step(-1),
    },
    { id: 'meetings.addItem', group, label: t('live.addItem'), keys: 'Alt+N', run: addItem },
    { id: 'meetings.attendance', group, label: t('command.attendance'), keys: 'F4', run: focusAttendance },
    { id: 'meetings.chair', group, label: t('command.chair'), run: () => words.command('chair') },
    { id: 'meetings.textBlocks', group, label: t('command.block'), run: () => words.command('block') },
    { id: 'meetings.finish', group, label: t('live.finish'), keys: 'Ctrl+Shift+Enter', run: onFinish },
    ...only(inSession && onBreak, [
      { id: 'meetings.resume', group, label: t('break.resume'), keys: 'F8', run: session.resume },
    ]),
    ...only(inSession && !onBreak, [
      {
        id: 'meetings.alarm',
        group,
        label: t('break.because', { reason: t('vocabulary:breakReason.alarm') }),
        keys: 'F8',
        run: () => session.takeBreak('alarm'),
      },
      {
        id: 'meetings.power',
        group,
        label: t('break.because', { reason: t('vocabulary:breakReason.power') }),
        keys: 'F9',
        run: () => session.takeBreak('power'),
      },
      {
        id: 'meetings.pause',
        group,
        label: t('break.because', { reason: t('vocabulary:breakReason.pause') }),
        run: () => session.takeBreak('pause'),
      },
    ]),
  ]);
  useKeys({
    // takes over what the text of the decision with the caret offers
    'Alt+Enter': () => {
      const offer = document.querySelector<HTMLElement>('[data-offer]');
      offer?.click();
      return offer !== null;
    },
    // from the panes at the sides back into the text
    Esc: () => {
      const within = document.activeElement?.closest('[data-attendance], [data-item]') ?? null;
      if (within === null) return false;
      backToText();
      keeper.editor.view.focus();
      return true;
    },
  });
  // an item that comes on the screen is there to be written
  useEffect(() => {
    caretInto(keeper.editor);
    if (inSession) offerSpeakers(keeper.editor);
  }, [keeper, inSession]);
};
