import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { orpc } from '../../ui/core/client.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { useCommands } from '../../ui/window/commands.ts';

const ChipLink = styled(Link)({
  flex: 'none',
  display: 'inline-flex',
  borderRadius: 11,
  textDecoration: 'none',
  '&:hover': { filter: 'brightness(0.97)' },
});

const Shown = ({ total }: { total: number }) => {
  const { t } = useTranslation(['workspace', 'app']);
  const navigate = useNavigate();
  useCommands([
    {
      id: 'go.conflicts',
      label: t('workspace:conflicts.title'),
      group: t('app:find.go'),
      icon: <WarningIcon />,
      run: () => void navigate('/conflicts'),
    },
  ]);
  return (
    <ChipLink to="/conflicts">
      <Chip tone="amber" icon={<WarningIcon size={13} />}>
        {t('workspace:conflicts.chip', { total })}
      </Chip>
    </ChipLink>
  );
};

/** The way to what waits for a decision; nothing where nothing does. */
export const ConflictsChip = () => {
  const { data } = useQuery(orpc.workspace.conflicts.queryOptions());
  return data === undefined || data.length === 0 ? null : <Shown total={data.length} />;
};
