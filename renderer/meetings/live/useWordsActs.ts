import { useMemo } from 'react';
import { client } from '../../ui/core/client.ts';
import { timeNow } from '../clock.ts';
import { addDecision, addSpeech, currentEntry, removeRecord, setSaid } from '../words/commands.ts';
import { actOnDecision } from './decisionActs.ts';
import type { Live } from './liveContext.ts';
import type { SlashCommand } from './slashCommands.ts';

/** What the keys, the buttons and the `/` list of the minutes do. */
export type WordsActs = {
  speech: () => void;
  decision: () => void;
  command: (command: SlashCommand) => void;
};

export type SessionActs = { nextItem: () => void; takeBreak: () => void };

/** The acts of writing minutes over the words that are open. */
export const useWordsActs = (live: Live, session: SessionActs): WordsActs => {
  const { keeper, meeting, ask, acts } = live;
  return useMemo(() => {
    const { editor } = keeper;
    const inSession = meeting.status === 'inSession';
    const speech = (kind: 'heard' | 'speech'): void => addSpeech(editor, kind, inSession ? timeNow() : null);
    // Without a quorum the decision itself asks for the reason, in red: a question that takes the focus here would take
    // the words of the decision with it.
    const decision = (): void => void addDecision(editor);
    const command = (name: SlashCommand): void => {
      const entry = currentEntry(editor);
      const id = entry?.id ?? '';
      switch (name) {
        case 'assign':
        case 'vote':
        case 'dissent':
        case 'noQuorum':
          ask({ ask: name, decisionId: id });
          return;
        case 'speaker':
          ask({ ask: 'speaker', speechId: id });
          return;
        case 'chair':
          ask({ ask: 'chair' });
          return;
        case 'block':
          ask({ ask: 'textBlocks' });
          return;
        case 'speech':
        case 'heard':
          speech(name);
          return;
        case 'decision':
          decision();
          return;
        case 'attached':
          if (entry !== undefined && entry.kind !== 'decision')
            setSaid(editor, id, { textAttached: !entry.textAttached });
          return;
        case 'information': {
          const kind = keeper.details.get().get(id)?.kind === 'information' ? 'decision' : 'information';
          void acts.run(() => actOnDecision(keeper, id, [() => client.decisions.update({ id, patch: { kind } })]));
          return;
        }
        case 'nextItem':
          session.nextItem();
          return;
        case 'break':
          session.takeBreak();
          return;
        case 'history':
          if (keeper.knows(id)) ask({ ask: 'history', entity: entry?.kind === 'decision' ? 'decision' : 'speech', id });
          return;
        case 'removeRecord':
          removeRecord(editor);
      }
    };
    return { speech: () => speech('speech'), decision, command };
  }, [keeper, meeting, ask, acts, session]);
};
