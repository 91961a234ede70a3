import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportResult } from '../../../shared/contract/directory.ts';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { useActs } from '../core/acts.ts';
import { client, orpc } from '../core/client.ts';
import { UndoIcon } from '../icons.tsx';
import { ErrorNotice, Notice } from '../Notice.tsx';
import { PageContent } from '../Page.tsx';
import { DetailList } from '../Panel.tsx';
import type { ImportSubject } from './importState.ts';

/** The last step: what was done, and the one act that takes it all back. */
export const ImportDone = (props: {
  subject: ImportSubject;
  result: ImportResult;
  onAnother: () => void;
  onList: () => void;
}) => {
  const { subject, result, onAnother, onList } = props;
  const { t } = useTranslation('ui');
  const { run, error, running } = useActs();
  const [takenBack, setTakenBack] = useState(false);
  const { data: undoable } = useQuery(orpc.workspace.undoState.queryOptions());
  const isLatest = undoable?.undo === subject.act;
  const undo = async (): Promise<void> => {
    if ((await run(() => client.workspace.undo())) !== undefined) setTakenBack(true);
  };
  return (
    <PageContent width={620}>
      {takenBack ? <Notice>{subject.takenBack}</Notice> : <Notice tone="ok">{t('importing.finished')}</Notice>}
      <DetailList
        items={[
          { label: t('importing.added'), value: result.added },
          { label: t('importing.updated'), value: result.updated },
          { label: t('importing.skippedRows'), value: result.skipped },
        ]}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button variant="primary" onClick={onList}>
          {subject.toList}
        </Button>
        {takenBack ? null : (
          <Button icon={<UndoIcon />} waiting={running} disabled={!isLatest} onClick={() => void undo()}>
            {t('importing.undo')}
          </Button>
        )}
        <Button onClick={onAnother}>{t('importing.another')}</Button>
      </div>
      {takenBack || isLatest || undoable === undefined ? null : (
        <p className="soft small">{t('importing.notLatest')}</p>
      )}
      <ErrorNotice error={error} />
    </PageContent>
  );
};
