import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { orpc } from '../../ui/core/client.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useLanguage } from '../../ui/window/language.ts';

const ChipLink = styled(Link)({
  flex: 'none',
  display: 'inline-flex',
  borderRadius: 11,
  textDecoration: 'none',
  '&:hover': { filter: 'brightness(0.97)' },
});

const Shown = ({ total }: { total: number }) => {
  const { t } = useTranslation(['exchange', 'app']);
  const navigate = useNavigate();
  useCommands([
    {
      id: 'go.conflicts',
      label: t('exchange:conflicts.title'),
      group: t('app:find.go'),
      icon: <WarningIcon />,
      run: () => void navigate('/conflicts'),
    },
  ]);
  return (
    <ChipLink to="/conflicts">
      <Chip tone="amber" icon={<WarningIcon size={13} />}>
        {t('exchange:conflicts.chip', { total })}
      </Chip>
    </ChipLink>
  );
};

/** The way to what waits for a decision; nothing where nothing does. */
export const ConflictsChip = () => {
  const { language } = useLanguage();
  const { data } = useQuery(orpc.workspace.conflicts.queryOptions({ input: { language } }));
  const { data: apart } = useQuery(orpc.meetings.signedApart.queryOptions());
  const total = (data?.length ?? 0) + (apart?.length ?? 0);
  return total === 0 ? null : <Shown total={total} />;
};
