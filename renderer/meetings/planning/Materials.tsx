import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button, IconButton, LinkButton } from '../../ui/Button.tsx';
import { client } from '../../ui/core/client.ts';
import { pickFiles, saveFile } from '../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useActs } from '../../ui/core/acts.ts';

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 0 6px',
  padding: 0,
  '& li': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 28, minWidth: 0 },
  '& li > button:first-of-type': { minWidth: 0, overflowWrap: 'anywhere' },
});

type Material = MeetingDetail['materials'][number];

/** A size as people read it: 812 КБ, 3,4 МБ. */
const useSizeText = (): ((bytes: number) => string) => {
  const { locale } = useLanguage();
  return (bytes) => {
    const mega = bytes >= 1_000_000;
    const format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: mega ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: mega ? 1 : 0,
    });
    return format.format(Math.max(1, bytes / (mega ? 1_000_000 : 1000)));
  };
};

/** Files that belong to a meeting, an item, a decision or a correction: attach, hand out, take away. */
export const Materials = (props: {
  owner: { entity: 'meeting' | 'agendaItem' | 'decision' | 'correction'; id: string };
  materials: readonly Material[];
  locked?: boolean;
}) => {
  const { owner, materials, locked = false } = props;
  const { t } = useTranslation('meetings');
  const { run, error, running } = useActs();
  const size = useSizeText();
  const attach = async (): Promise<void> => {
    await run(async () => {
      for (const { ticket } of await pickFiles({ multiple: true })) {
        await client.meetings.attach({ ownerEntity: owner.entity, ownerId: owner.id, ticket });
      }
    });
  };
  return (
    <div>
      {materials.length === 0 ? null : (
        <List aria-label={t('materials.title')}>
          {materials.map(({ id, name, size: bytes }) => (
            <li key={id}>
              <AttachIcon size={13} />
              <LinkButton onClick={() => void run(async () => saveFile(await client.meetings.material({ id })))}>
                {name}
              </LinkButton>
              <span className="soft small">{size(bytes)}</span>
              {locked ? null : (
                <IconButton
                  size="small"
                  label={t('materials.remove', { name })}
                  icon={<CloseIcon size={13} />}
                  onClick={() => void run(() => client.meetings.detach({ id }))}
                />
              )}
            </li>
          ))}
        </List>
      )}
      {locked ? null : (
        <Button size="small" icon={<AttachIcon size={13} />} waiting={running} onClick={() => void attach()}>
          {t('materials.attach')}
        </Button>
      )}
      <ErrorNotice error={error} />
    </div>
  );
};
