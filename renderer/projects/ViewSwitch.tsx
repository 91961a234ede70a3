import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Select } from '../ui/Select.tsx';
import { useCommands } from '../ui/window/commands.ts';
import { addressOfView, projectViews, type ProjectView } from './views.ts';

const Strip = styled('nav')({
  display: 'inline-flex',
  flex: 'none',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  '@media (max-width: 900px)': { display: 'none' },
  '@media print': { display: 'none' },
});

const View = styled(Link)({
  height: 28,
  display: 'flex',
  alignItems: 'center',
  padding: '0 11px',
  color: 'var(--soft)',
  fontWeight: 500,
  textDecoration: 'none',
  borderLeft: '1px solid var(--line)',
  whiteSpace: 'nowrap',
  '&:first-of-type': { borderLeft: 0, borderRadius: '5px 0 0 5px' },
  '&:last-of-type': { borderRadius: '0 5px 5px 0' },
  '&:hover': { background: 'var(--bg)' },
  '&[aria-current]': { background: 'var(--ink-soft)', color: 'var(--ink-text)', fontWeight: 600 },
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: 1, zIndex: 1 },
});

const Narrow = styled('div')({
  display: 'none',
  width: 170,
  flex: 'none',
  '@media (max-width: 900px)': { display: 'block' },
  '@media print': { display: 'none' },
});

/** The views of a project in one strip, by Ctrl+1 … Ctrl+9, too; where it is narrow (200 %) one field to choose from. */
export const ViewSwitch = ({ projectId, view }: { projectId: string; view: ProjectView }) => {
  const { t } = useTranslation(['projects', 'common']);
  const navigate = useNavigate();
  const group = t('common:area.projects');
  useCommands(
    projectViews.map((one, index) => ({
      id: `projects.view.${one}`,
      group,
      label: t(`frame.view.${one}`),
      keys: `Ctrl+${index + 1}`,
      run: () => void navigate(addressOfView(projectId, one)),
    })),
  );
  return (
    <>
      <Strip aria-label={t('frame.views')}>
        {projectViews.map((one) => (
          <View key={one} to={addressOfView(projectId, one)} aria-current={one === view ? 'page' : undefined}>
            {t(`frame.view.${one}`)}
          </View>
        ))}
      </Strip>
      <Narrow>
        <Select
          label={t('frame.views')}
          labelHidden
          value={view}
          onChange={(next) => void navigate(addressOfView(projectId, next))}
          options={projectViews.map((value) => ({ value, label: t(`frame.view.${value}`) }))}
        />
      </Narrow>
    </>
  );
};
