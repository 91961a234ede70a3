import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { client } from '../../ui/core/client.ts';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { say } from '../../ui/window/say.ts';
import { AgreeDialog, ProposeDialog, SendDialog, TerminateDialog } from '../acts/Dialogs.tsx';
import type { Finding } from '../acts/Findings.tsx';
import { SignDialog } from '../acts/SignDialog.tsx';
import { NewMemorandumDialog } from '../list/NewMemorandumDialog.tsx';
import { AmendmentDialog } from '../panel/AmendmentDialog.tsx';
import { FactsDialog } from '../panel/FactsDialog.tsx';
import { ObligationDialog } from '../panel/ObligationDialog.tsx';
import { PartyDialog } from '../panel/PartyDialog.tsx';
import { AddClauseDialog } from './AddClauseDialog.tsx';
import type { Ask } from './asks.ts';

export type PageDialogsProps = {
  memorandum: MemorandumDetail;
  ask: Ask | null;
  close: () => void;
  onGo: (finding: Finding) => void;
  /** The place for a new article, counted from 0; null: at the end. */
  clauseAt: number | null;
  onClauseAdded: (id: string) => void;
  onObligationSaved: (id: string) => void;
};

/** The sheet that is open over the page, if one is. */
export const PageDialogs = (props: PageDialogsProps) => {
  const { memorandum, ask, close, onGo } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const navigate = useNavigate();
  if (ask === null) return null;
  switch (ask.kind) {
    case 'send':
      return (
        <SendDialog
          memorandum={memorandum}
          onClose={close}
          onSent={() => {
            close();
            say(t('send.sent'));
          }}
        />
      );
    case 'agree':
      return <AgreeDialog memorandum={memorandum} onClose={close} onGo={onGo} />;
    case 'sign':
      return <SignDialog memorandum={memorandum} onClose={close} onGo={onGo} />;
    case 'terminate':
      return <TerminateDialog memorandum={memorandum} onClose={close} />;
    case 'propose':
      return <ProposeDialog memorandum={memorandum} onClose={close} />;
    case 'history':
      return <HistoryDialog open onClose={close} entity="memorandum" row={memorandum.id} />;
    case 'term':
    case 'facts':
      return <FactsDialog memorandum={memorandum} about={ask.kind} onClose={close} />;
    case 'remove':
      return (
        <ConfirmDialog
          open
          danger
          title={t('page.remove')}
          text={t('page.removeText', { title: memorandum.title })}
          confirmLabel={t('common:action.remove')}
          onConfirm={async () => {
            await client.memoranda.remove({ id: memorandum.id });
            void navigate('/memoranda');
          }}
          onClose={close}
        />
      );
    case 'duplicate':
      return <NewMemorandumDialog copyOf={memorandum.id} onClose={close} />;
    case 'clause':
      return (
        <AddClauseDialog memorandum={memorandum} at={props.clauseAt} onClose={close} onAdded={props.onClauseAdded} />
      );
    case 'party':
      return <PartyDialog memorandum={memorandum} party={ask.party} onClose={close} />;
    case 'obligation':
      return (
        <ObligationDialog
          memorandum={memorandum}
          row={ask.row}
          start={ask.start}
          onClose={close}
          onSaved={props.onObligationSaved}
        />
      );
    case 'amendment':
      return <AmendmentDialog memorandum={memorandum} id={ask.id} onClose={close} />;
  }
};
