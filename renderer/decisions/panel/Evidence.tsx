import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { Button, IconButton, LinkButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { pickFiles, saveFile } from '../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { FileList } from '../dialogs/Files.tsx';

type File = DecisionDetail['evidence'][number];

/** Files that show how it was carried out: each opens, and can be taken away. */
export const EvidenceFiles = ({ files }: { files: readonly File[] }) => {
  const { t } = useTranslation('decisions');
  const { run, error } = useActs();
  if (files.length === 0) return null;
  return (
    <>
      <FileList aria-label={t('evidence.title')}>
        {files.map(({ id, name }) => (
          <li key={id}>
            <AttachIcon size={13} />
            <LinkButton onClick={() => void run(async () => saveFile(await client.decisions.evidence({ id })))}>
              {name}
            </LinkButton>
            <IconButton
              size="small"
              label={t('evidence.remove', { name })}
              icon={<CloseIcon size={13} />}
              onClick={() => void run(() => client.decisions.detachEvidence({ id }))}
            />
          </li>
        ))}
      </FileList>
      <ErrorNotice error={error} />
    </>
  );
};

/** The files kept with the decision itself; those of a note stand with the note. */
export const Evidence = ({ decision }: { decision: DecisionDetail }) => {
  const { t } = useTranslation('decisions');
  const { run, error, running } = useActs();
  const attach = async (): Promise<void> => {
    await run(async () => {
      for (const { ticket } of await pickFiles({ multiple: true }))
        await client.decisions.attachEvidence({ ownerEntity: 'decision', ownerId: decision.id, ticket });
    });
  };
  return (
    <Section
      title={t('evidence.title')}
      count={decision.evidence.length === 0 ? undefined : decision.evidence.length}
      action={
        <Button
          size="small"
          variant="bare"
          icon={<AttachIcon size={13} />}
          waiting={running}
          onClick={() => void attach()}
        >
          {t('evidence.attach')}
        </Button>
      }
    >
      <EvidenceFiles files={decision.evidence} />
      <ErrorNotice error={error} />
    </Section>
  );
};
