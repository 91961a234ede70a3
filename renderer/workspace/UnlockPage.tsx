import { useTranslation } from 'react-i18next';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { LinkButton } from '../ui/Button.tsx';
import { useWorkspaceState } from '../ui/core/workspaceState.ts';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { StartFrame } from './StartFrame.tsx';
import { RailFoot, RailHead } from './StartRail.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The lock: nothing of the workspace is in memory until it is opened again. */
export const UnlockPage = ({
  workspace,
  onOther,
}: {
  workspace: NonNullable<WorkspaceState['workspace']>;
  onOther: () => void;
}) => {
  const { t } = useTranslation('workspace');
  const { state } = useWorkspaceState();
  return (
    <StartFrame
      rail={
        <>
          <RailHead title={workspace.agency} lead={t('unlock.locked')} />
          <RailFoot>
            <LinkButton onClick={onOther}>{t('unlock.other')}</LinkButton>
          </RailFoot>
        </>
      }
    >
      <Card aria-label={t('unlock.title')} sx={{ width: '100%', maxWidth: 520 }}>
        <CardTitle>{t('unlock.title')}</CardTitle>
        <p className="soft small" style={{ marginBottom: 12 }}>
          {workspace.fileName}
        </p>
        <UnlockForm
          refOrTicket={workspace.ref}
          remembered={workspace.remembered}
          keyStore={state?.keyStore === true}
          submitLabel={t('unlock.title')}
        />
      </Card>
    </StartFrame>
  );
};
