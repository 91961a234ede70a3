import { flushSync } from 'react-dom';
import { setRecordText } from '../../ui/editor/recordText.ts';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { caretInto, currentEntry, writeOver } from '../words/commands.ts';
import { AssignDialog } from './dialogs/AssignDialog.tsx';
import { ChairDialog, DissentDialog, NoQuorumDialog, SpeakerDialog } from './dialogs/RecordDialogs.tsx';
import { TextBlocksDialog } from './dialogs/TextBlocksDialog.tsx';
import { VoteDialog } from './dialogs/VoteDialog.tsx';
import { useLive } from './liveContext.ts';
import type { WordsDialog } from './wordsDialogs.ts';

/** The question that is asked now; after it the caret is back in the text. */
export const WordsDialogs = ({ dialog, onClose }: { dialog: WordsDialog | null; onClose: () => void }) => {
  const { keeper, meeting } = useLive();
  const { editor } = keeper;
  if (dialog === null) return null;
  const close = (): void => {
    // the dialog is gone and the text has the focus before the next key comes
    flushSync(onClose);
    editor.view.focus();
  };
  const insert = (text: string): void => {
    const { from, to } = editor.state.selection;
    if (currentEntry(editor) === undefined) caretInto(editor);
    const entry = currentEntry(editor);
    if (entry !== undefined && entry.text === '') editor.view.dispatch(setRecordText(editor.state.tr, entry.id, text));
    else writeOver(editor, from, to, text);
    close();
  };
  switch (dialog.ask) {
    case 'assign':
      return <AssignDialog decisionId={dialog.decisionId} onClose={close} />;
    case 'vote':
      return <VoteDialog decisionId={dialog.decisionId} onClose={close} />;
    case 'dissent':
      return <DissentDialog decisionId={dialog.decisionId} onClose={close} />;
    case 'noQuorum':
      return <NoQuorumDialog decisionId={dialog.decisionId} onClose={close} />;
    case 'speaker':
      return <SpeakerDialog speechId={dialog.speechId} onClose={close} />;
    case 'history':
      return <HistoryDialog open entity={dialog.entity} row={dialog.id} onClose={close} />;
    case 'chair':
      return <ChairDialog onClose={close} />;
    case 'textBlocks':
      return <TextBlocksDialog language={meeting.language} onInsert={insert} onClose={close} />;
  }
};
