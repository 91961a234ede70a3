import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../shared/languages.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DeleteIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useActs } from '../../ui/core/acts.ts';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { display: 'flex', gap: 8, alignItems: 'center', borderTop: '1px solid var(--line)', padding: '6px 0' },
  '& li:first-of-type': { borderTop: 0 },
  '& li > span': { flex: 1, minWidth: 0 },
});

/** Agendas kept for the next time: this meeting's can be added, any can be taken away. */
export const TemplatesDialog = ({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { data: templates } = useQuery(orpc.meetings.templates.queryOptions());
  const { run, error, running } = useActs();
  const [title, setTitle] = useState('');
  const keep = async (): Promise<void> => {
    const kept = await run(() => client.meetings.saveTemplate({ meetingId: meeting.id, title: title.trim() }));
    if (kept !== undefined) setTitle('');
  };
  return (
    <Dialog open onClose={onClose} title={t('templates.title')} error={error}>
      {meeting.itemRows.length === 0 ? null : (
        <div style={{ display: 'flex', gap: 8, alignItems: 'flex-end' }}>
          <div style={{ flex: 1 }}>
            <TextInput
              label={t('templates.name')}
              takesFocus
              value={title}
              onChange={setTitle}
              onKeyDown={(event) => {
                if (event.code === 'Enter' && title.trim() !== '') void keep();
              }}
            />
          </div>
          <Button waiting={running} disabled={title.trim() === ''} onClick={() => void keep()}>
            {t('templates.keep')}
          </Button>
        </div>
      )}
      {templates?.length === 0 ? <p className="soft">{t('templates.empty')}</p> : null}
      <List>
        {(templates ?? []).map((template) => (
          <li key={template.id}>
            <span>
              {template.title}
              <span className="soft small" style={{ display: 'block' }}>
                {[
                  t(`vocabulary:meetingKind.${template.kind}`),
                  languageNames[template.language],
                  t('templates.items', { count: template.items.length }),
                ].join(' · ')}
              </span>
            </span>
            <IconButton
              label={t('templates.remove', { name: template.title })}
              icon={<DeleteIcon />}
              onClick={() => void run(() => client.meetings.removeTemplate({ id: template.id }))}
            />
          </li>
        ))}
      </List>
    </Dialog>
  );
};
