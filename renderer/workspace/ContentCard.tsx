import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../ui/Button.tsx';
import { RadioCards } from '../ui/Choice.tsx';
import { orpc } from '../ui/core/client.ts';
import { canChooseWorkspaces, pickPlace } from '../ui/core/files.ts';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import type { CardProps } from './AgencyCard.tsx';

/** The name of the agency that the file is called after. */
const agencyOf = ({ form }: Pick<CardProps, 'form'>): string => form.shortName.trim() || form.name.trim();

type Props = CardProps & { onCreate: () => void; creating: boolean; error: unknown };

/** Step 3: empty or with the sample, where the file goes, and the act itself. */
export const ContentCard = ({ form, change, missing, cardRef, onCreate, creating, error }: Props) => {
  const { t } = useTranslation('workspace');
  const { data: proposed } = useQuery(
    orpc.workspace.proposePlace.queryOptions({ input: { agency: agencyOf({ form }) } }),
  );
  const place = form.place ?? proposed;
  const words = {
    name: t('first.agency.name'),
    kind: t('first.agency.kind'),
    surname: t('first.person.surname'),
    phrase: t('first.protection.passphrase'),
  };
  const choose = async (): Promise<void> => {
    const picked = await pickPlace(place?.fileName ?? 'viche.viche');
    if (picked !== null) change({ place: picked });
  };
  return (
    <Card ref={cardRef} aria-label={t('first.content.title')}>
      <CardTitle number={3}>{t('first.content.title')}</CardTitle>
      <RadioCards
        label={t('first.content.title')}
        value={form.content}
        onChange={(content) => change({ content })}
        options={[
          { value: 'empty', title: t('first.content.empty'), text: t('first.content.emptyText') },
          { value: 'sample', title: t('first.content.sample'), text: t('first.content.sampleText') },
        ]}
      />
      <div style={{ display: 'flex', flexDirection: 'column', gap: 8, marginTop: 12 }}>
        {missing.length > 0 ? (
          <Notice tone="error">{t('first.missing', { fields: missing.map((one) => words[one]).join(', ') })}</Notice>
        ) : null}
        <ErrorNotice error={error} />
        <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 10 }}>
          <span className="soft small">{t('first.file')}</span>
          <span className="small" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {place === undefined ? '…' : `${place.folder}/${place.fileName}`}
          </span>
          {!canChooseWorkspaces ? null : (
            <span className="small">
              <LinkButton onClick={() => void choose()}>{t('first.changePlace')}</LinkButton>
            </span>
          )}
          <span style={{ flex: 1 }} />
          <Button variant="primary" waiting={creating} onClick={onCreate} shortcut="Ctrl+Enter">
            {creating ? t('first.creating') : t('first.create')}
          </Button>
        </div>
      </div>
    </Card>
  );
};
