import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatScaled } from '../../../shared/rules/scaled.ts';
import { TextLink } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { Meter } from '../../ui/Meter.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { addressOfView } from '../views.ts';
import { OverviewCard } from './OverviewCard.tsx';

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 84px minmax(64px, max-content)',
  gap: 10,
  alignItems: 'center',
  minHeight: 26,
  fontSize: 13,
  '& > :last-child': { textAlign: 'right' },
});

/** More than these are read on their own page. */
const most = 7;

/** What the indicators have reached of what they are to reach. */
export const Indicators = ({ projectId }: { projectId: string }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const { data, error } = useQuery(orpc.projects.indicators.queryOptions({ input: { projectId } }));
  const address = addressOfView(projectId, 'indicators');
  if (error !== null && data === undefined) return <ErrorNotice error={error} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <OverviewCard
      title={t('overview.indicators')}
      action={
        data.length > most ? (
          <span className="small" style={{ fontWeight: 450 }}>
            <TextLink to={address}>{t('overview.all', { count: data.length })}</TextLink>
          </span>
        ) : undefined
      }
    >
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {data.slice(0, most).map(({ id, title, decimals, actual, target, unit }) => {
          const figure = actual === null ? '—' : formatScaled(actual, decimals, language);
          const goal = target === null ? null : formatScaled(target, decimals, language);
          const words = goal === null ? figure : t('overview.indicatorOf', { actual: figure, target: goal });
          return (
            <Row key={id}>
              <span className="cut" title={unit === '' ? title : `${title}, ${unit}`}>
                <TextLink to={`${address}?indicator=${id}`}>{title}</TextLink>
              </span>
              {target === null || target <= 0 ? (
                <span />
              ) : (
                <Meter value={Math.max(0, actual ?? 0)} max={target} label={`${title}: ${words}`} />
              )}
              <span>
                <b style={{ fontWeight: 600 }}>{figure}</b>
                {goal === null ? null : (
                  <span className="soft"> {words.slice(words.indexOf(figure) + figure.length).trim()}</span>
                )}
              </span>
            </Row>
          );
        })}
      </ul>
    </OverviewCard>
  );
};
