import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActivityDetail } from '../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { countryName, languageName } from '../../../shared/rules/regionNames.ts';
import { formatMoney } from '../../../shared/rules/money.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { Meter } from '../../ui/Meter.tsx';
import { DetailList, PanelActions, Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { ActivityHead } from '../activities/panel/ActivityPanel.tsx';
import type { ActivityActs } from '../activities/useActivityActs.tsx';

const Scrolling = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  '&:focus-visible': { outlineOffset: -2 },
});

const Codes = styled('ul')({
  listStyle: 'none',
  margin: '6px 0 0',
  padding: 0,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 4,
  '& > li': {
    minWidth: 22,
    padding: '0 4px',
    height: 18,
    borderRadius: 4,
    fontSize: 11,
    fontWeight: 550,
    lineHeight: '18px',
    textAlign: 'center',
    background: 'var(--fill)',
    color: 'var(--soft)',
  },
  '& > li[data-done]': { background: 'var(--green-soft)', color: 'var(--green)' },
});

type CodeOf = { key: string; code: string; name: string; done?: boolean };

/** Short marks, each with its whole name. */
const CodeList = ({ label, codes }: { label: string; codes: readonly CodeOf[] }) => (
  <Codes aria-label={label}>
    {codes.map(({ key, code, name, done = false }) => (
      <li key={key} title={name} data-done={done ? '' : undefined}>
        <span aria-hidden="true">{code}</span>
        <span className="unseen">{name}</span>
      </li>
    ))}
  </Codes>
);

const OfActivity = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const countries = activity.participantRows.filter(({ dimension }) => dimension === 'country');
  const people =
    activity.participants === null
      ? ''
      : activity.countries > 1
        ? t('timeline.peopleFrom', { count: activity.participants, countries: activity.countries })
        : String(activity.participants);
  return (
    <>
      <ActivityHead activity={activity} />
      <div style={{ padding: '10px 14px', borderBottom: '1px solid var(--line)' }}>
        <DetailList
          items={[
            { label: t('activity.col.where'), value: activity.where },
            { label: t('activity.col.organiser'), value: activity.organiser },
            { label: t('activity.participants'), value: people },
            { label: t('activity.responsible'), value: activity.responsible },
          ]}
        />
        {countries.length === 0 ? null : (
          <CodeList
            label={t('timeline.countries')}
            codes={countries.map(({ key }) => ({
              key,
              code: key,
              name: /^[A-Z]{2}$/.test(key) ? countryName(key, language) : key,
            }))}
          />
        )}
      </div>
    </>
  );
};

const Funders = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const { data } = useQuery(orpc.projects.money.queryOptions({ input: { projectId: project.id } }));
  if (data === undefined || data.funders.length === 0) return null;
  const most = Math.max(...data.funders.map(({ amount, planned }) => amount ?? planned), 1);
  return (
    <Section title={t('timeline.funders')} count={data.funders.length}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 8, fontSize: 12 }}>
        {data.funders.map(({ id, name, amount, planned, currency }) => (
          <div key={id}>
            <div style={{ display: 'flex', gap: 8 }}>
              <span style={{ flex: 1, minWidth: 0 }}>{name}</span>
              <b style={{ fontWeight: 600 }}>{formatMoney(amount ?? planned, currency, language)}</b>
            </div>
            <Meter label={name} value={amount ?? planned} max={most} />
          </div>
        ))}
      </div>
    </Section>
  );
};

/** The activity that is current, and under it what the whole project has: translations, partners, funders, successor. */
export const TimelinePanel = (props: { id: string | null; project: ProjectDetail; acts: ActivityActs }) => {
  const { id, project, acts } = props;
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data } = useQuery({
    ...orpc.projects.activity.queryOptions({ input: { id: id ?? '' }, placeholderData: keepPreviousData }),
    enabled: id !== null,
  });
  const translations = project.deliverables.flatMap((deliverable) => deliverable.translations);
  const done = translations.filter(({ state }) => state === 'ready' || state === 'published');
  const [successor] = project.successors;
  return (
    <>
      <Scrolling role="region" aria-label={t('timeline.panel')} tabIndex={0}>
        {id === null || data === undefined ? null : <OfActivity activity={data} />}
        {translations.length === 0 ? null : (
          <Section
            title={t('timeline.translations')}
            count={t('timeline.of', { done: done.length, all: translations.length })}
          >
            <CodeList
              label={t('timeline.translations')}
              codes={translations.map((one) => ({
                key: one.id,
                code: one.language.toUpperCase(),
                name: `${languageName(one.language, language)}: ${t(`vocabulary:translationState.${one.state}`)}`,
                done: done.includes(one),
              }))}
            />
          </Section>
        )}
        {project.partners.length === 0 ? null : (
          <Section title={t('timeline.partners')} count={project.partners.length}>
            <CodeList
              label={t('timeline.partners')}
              codes={project.partners.map(({ id: key, country, name }) => ({
                key,
                code: country === '' ? name.slice(0, 12) : country,
                name: country === '' ? name : `${name}, ${countryName(country, language)}`,
              }))}
            />
          </Section>
        )}
        <Funders project={project} />
        {successor === undefined ? null : (
          <Section title={t('timeline.successor')}>
            <TextLink to={`/projects/${successor.id}/timeline`}>{successor.title}</TextLink>
          </Section>
        )}
        {project.predecessorId === null ? null : (
          <Section title={t('timeline.predecessor')}>
            <TextLink to={`/projects/${project.predecessorId}/timeline`}>{project.predecessor}</TextLink>
          </Section>
        )}
      </Scrolling>
      {id === null || data === undefined ? null : (
        <PanelActions>
          <Button
            size="small"
            variant="primary"
            shortcut="Enter"
            onClick={() => void navigate(`/projects/${project.id}/activities?activity=${id}`)}
          >
            {t('timeline.open')}
          </Button>
          <Button size="small" shortcut="S" onClick={() => acts.shift([id])}>
            {t('activity.shiftDo')}
          </Button>
          {data.status === 'held' ? null : (
            <Button size="small" shortcut="V" onClick={() => acts.setStatus([id], 'held')}>
              {t('activity.markHeld')}
            </Button>
          )}
        </PanelActions>
      )}
    </>
  );
};
