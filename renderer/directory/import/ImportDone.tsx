import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportKind } from '../../../shared/contract/directory.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { UndoIcon } from '../../ui/icons.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { PageContent } from '../../ui/Page.tsx';
import { DetailList } from '../../ui/Panel.tsx';

type Result = { added: number; updated: number; skipped: number };

/** The last step: what was done, and the one act that takes it all back. */
export const ImportDone = (props: { kind: ImportKind; result: Result; onAnother: () => void }) => {
  const { kind, result, onAnother } = props;
  const { t } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  const { run, error, running } = useActs();
  const [takenBack, setTakenBack] = useState(false);
  const { data: undoable } = useQuery(orpc.workspace.undoState.queryOptions());
  const isLatest = undoable?.undo === `directory.import.${kind}`;
  const undo = async (): Promise<void> => {
    if ((await run(() => client.workspace.undo())) !== undefined) setTakenBack(true);
  };
  return (
    <PageContent width={620}>
      {takenBack ? <Notice>{t('import.takenBack')}</Notice> : <Notice tone="ok">{t('import.finished')}</Notice>}
      <DetailList
        items={[
          { label: t('import.added'), value: result.added },
          { label: t('import.updated'), value: result.updated },
          { label: t('import.skippedRows'), value: result.skipped },
        ]}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button variant="primary" onClick={() => void navigate(`/directory/${kind}`)}>
          {t('import.toList')}
        </Button>
        {takenBack ? null : (
          <Button icon={<UndoIcon />} waiting={running} disabled={!isLatest} onClick={() => void undo()}>
            {t('import.undo')}
          </Button>
        )}
        <Button onClick={onAnother}>{t('import.another')}</Button>
      </div>
      {takenBack || isLatest || undoable === undefined ? null : <p className="soft small">{t('import.notLatest')}</p>}
      <ErrorNotice error={error} />
    </PageContent>
  );
};
