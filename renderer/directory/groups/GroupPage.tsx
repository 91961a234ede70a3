import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button, TextLink } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { DeleteIcon, HistoryIcon, PlusIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Page, Panes } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useMuchRoom } from '../../ui/window/room.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { Conflicts } from '../Conflicts.tsx';
import { RemoveDialog } from '../RemoveDialog.tsx';
import { GroupFacts } from './GroupFacts.tsx';
import { GroupMeetings } from './GroupMeetings.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { Members } from './Members.tsx';
import { Seats } from './Seats.tsx';

type Asked = 'member' | 'history' | 'remove';

/** One working group: who sits in it, and the rules by which it meets. */
export const GroupPage = () => {
  const { t } = useTranslation(['directory', 'common']);
  const { id = '' } = useParams();
  const navigate = useNavigate();
  useMuchRoom();
  const [asked, setAsked] = useState<Asked>();
  const { data: group, error, refetch } = useQuery(orpc.directory.group.queryOptions({ input: { id } }));
  const addMember = (): void => setAsked('member');
  useCommands([
    {
      id: 'directory.addMember',
      group: t('common:area.directory'),
      label: t('member.add'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: addMember,
    },
  ]);
  useStatusKeys([
    { keys: 'Ctrl+N', label: t('group.keys.member') },
    { keys: ['Alt+Up', 'Alt+Down'], label: t('group.keys.move') },
    { keys: 'Enter', label: t('list.keys.open') },
    { keys: 'Tab', label: t('group.keys.field') },
  ]);
  const back = <TextLink to="/directory/groups">{t('tab.groups')}</TextLink>;
  if (group === undefined) {
    return (
      <Page title={t('tab.groups')} subtitle={back}>
        {error === null ? <Waiting /> : <ErrorNotice error={error} retry={() => void refetch()} />}
      </Page>
    );
  }
  return (
    <Page
      fill
      title={group.name}
      subtitle={back}
      actions={
        <>
          <Button variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={addMember}>
            {t('member.add')}
          </Button>
          <MenuButton
            iconOnly
            label={t('group.more')}
            items={[
              {
                id: 'history',
                label: t('common:action.showHistory'),
                icon: <HistoryIcon />,
                run: () => setAsked('history'),
              },
              'line',
              {
                id: 'remove',
                label: t('common:action.remove'),
                icon: <DeleteIcon />,
                danger: true,
                run: () => setAsked('remove'),
              },
            ]}
          />
        </>
      }
    >
      <Panes
        label={t('group.composition')}
        rightLabel={t('group.rules')}
        rightWidth={372}
        right={
          <>
            <Conflicts entity="workingGroup" row={group.id} />
            <GroupMeetings groupId={group.id} />
            <GroupFacts key={group.id} group={group} refetch={refetch} />
          </>
        }
      >
        <Members group={group} refetch={refetch} onAdd={addMember} />
        <Seats group={group} refetch={refetch} />
      </Panes>
      {asked === 'member' ? (
        <MemberDialog group={group} member={undefined} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked === 'history' ? (
        <HistoryDialog open onClose={() => setAsked(undefined)} entity="workingGroup" row={group.id} />
      ) : null}
      {asked === 'remove' ? (
        <RemoveDialog
          records={[group]}
          text={t('group.removeText')}
          remove={async () => {
            await client.directory.removeGroup({ id: group.id });
            void navigate('/directory/groups');
          }}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </Page>
  );
};
