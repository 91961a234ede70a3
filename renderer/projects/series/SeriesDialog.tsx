import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesPlan } from '../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { addDays, formatDay, startOfWeek } from '../../../shared/dates.ts';
import { activityKinds, type ActivityKind } from '../../../shared/vocabulary.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OrganisationField } from '../../ui/directory/DirectoryFields.tsx';
import { TerritoriesField } from '../../ui/directory/TerritoriesField.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { NumberField, TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { say } from '../../ui/window/say.ts';
import { useToday } from '../../ui/window/today.ts';
import { noLine, useLineOptions } from '../activities/dialogs/LineDialog.tsx';

const Scrolling = styled('div')({
  maxHeight: 210,
  overflow: 'auto',
  border: '1px solid var(--line)',
  borderRadius: 6,
});

const units = ['day', 'week', 'month'] as const;
type Unit = (typeof units)[number];
const holidayWays = ['move', 'skip', 'keep'] as const;
type HolidayWay = (typeof holidayWays)[number];
const anyWeekday = '0';
const mostTimes = 2000;

const isCount = (value: number | null, most: number): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most;

/** What the plan would make, as it is typed; nothing is written. */
const Preview = ({ plan }: { plan: SeriesPlan | null }) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const later = useDeferredValue(plan);
  const { data, error, isPlaceholderData } = useQuery({
    ...orpc.projects.previewSeries.queryOptions({
      input: later ?? ({} as SeriesPlan),
      placeholderData: keepPreviousData,
    }),
    enabled: later !== null,
  });
  if (later === null) return <p className="soft">{t('series.incomplete')}</p>;
  if (error !== null && data === undefined) return null;
  const rows = data?.rows ?? [];
  const outside = rows.filter((row) => row.outside).length;
  const isShort = later.onlyWithout && !isPlaceholderData && rows.length > 0 && rows.length < (later.times ?? 0);
  return (
    <div aria-busy={data === undefined}>
      <h3 aria-live="polite" style={{ marginBottom: 4 }}>
        {t('series.count', { count: rows.length })}
        {rows.length === 0 ? null : (
          <span className="soft" style={{ fontWeight: 450 }}>
            {' '}
            {formatDay(rows[0]?.on ?? '', language)} – {formatDay(rows.at(-1)?.on ?? '', language)}
          </span>
        )}
      </h3>
      {isShort ? <Notice tone="amber">{t('series.fewerPlaces', { count: rows.length })}</Notice> : null}
      {outside === 0 ? null : <Notice tone="amber">{t('series.outside', { count: outside })}</Notice>}
      {data === undefined || data.skipped.length === 0 ? null : (
        <p className="soft small">
          {t('series.skipped', {
            days: data.skipped.map(({ on, holiday }) => `${formatDay(on, language)} (${holiday})`).join(', '),
          })}
        </p>
      )}
      {rows.length === 0 ? null : (
        <Scrolling role="region" aria-label={t('series.preview')} tabIndex={0}>
          <Table
            label={t('series.preview')}
            head={[t('activity.col.number'), t('common:col.date'), t('activity.col.where'), t('activity.col.title')]}
            rows={rows.map((row, at) => ({
              key: `${row.on} ${row.territory} ${at}`,
              cells: [
                <span key="n" className="soft">
                  {at + 1}
                </span>,
                <span key="day">
                  {formatDay(row.on, language)}{' '}
                  <span className="soft">{formatDay(row.on, language, 'weekdayShort')}</span>
                  {row.moved === '' ? null : (
                    <span className="small" style={{ color: 'var(--amber)' }}>
                      {' '}
                      {t('series.moved', { holiday: row.moved })}
                    </span>
                  )}
                  {row.outside ? (
                    <span className="small" style={{ color: 'var(--amber)' }}>
                      {' '}
                      {t('series.afterEnd')}
                    </span>
                  ) : null}
                </span>,
                row.place,
                row.title,
              ],
            }))}
          />
        </Scrolling>
      )}
    </div>
  );
};

/** Many like activities at once: one a territory, every so many days, weeks or months, holidays heeded; one undo. */
export const SeriesDialog = ({ project, onClose }: { project: ProjectDetail; onClose: () => void }) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const { run, error, running } = useActs();
  const lines = useLineOptions(project.lines);
  const [kind, setKind] = useState<ActivityKind>('roundTable');
  const [typed, setTyped] = useState<string>();
  const [line, setLine] = useState(project.lines[0]?.id ?? noLine);
  const [territories, setTerritories] = useState<string[]>(
    project.places.map(({ territory }) => territory).filter((code) => code !== ''),
  );
  const [times, setTimes] = useState<number | null>(null);
  const [startsOn, setStartsOn] = useState<string | null>(
    project.startsOn !== null && project.startsOn > today ? project.startsOn : today,
  );
  const [count, setCount] = useState<number | null>(2);
  const [unit, setUnit] = useState<Unit>('week');
  const [weekday, setWeekday] = useState(anyWeekday);
  const { data: settings } = useQuery(orpc.workspace.settings.queryOptions());
  const [chosenWay, setHolidays] = useState<HolidayWay>();
  // where people work on holidays, they are days like others unless one says otherwise
  const holidays = chosenWay ?? (settings?.holidaysAreWorkingDays === true ? 'keep' : 'move');
  const [organiserId, setOrganiserId] = useState(project.leadId);
  const [onlyWithout, setOnlyWithout] = useState(false);
  const { at, rest } = useFieldError(error, ['title', 'territories', 'times', 'startsOn', 'every']);
  const kindName = t(`vocabulary:activityKind.${kind}`);
  const begins = `${kindName.charAt(0).toUpperCase()}${kindName.slice(1)} {n}`;
  const title = typed ?? (territories.length === 0 ? begins : `${begins}. {place}`);
  const timesWrong = times !== null && !isCount(times, mostTimes);
  const countWrong = !isCount(count, 60);
  const plan = useMemo((): SeriesPlan | null => {
    if (startsOn === null || title.trim() === '' || timesWrong || !isCount(count, 60)) return null;
    if (territories.length === 0 && times === null) return null;
    return {
      projectId: project.id,
      lineId: line === noLine ? null : line,
      kind,
      title: title.trim(),
      territories,
      times,
      startsOn,
      every: { unit, count },
      weekday: weekday === anyWeekday ? null : Number(weekday),
      holidays,
      organiserId,
      onlyWithout,
    };
  }, [
    project.id,
    line,
    kind,
    title,
    territories,
    times,
    timesWrong,
    startsOn,
    unit,
    count,
    weekday,
    holidays,
    organiserId,
    onlyWithout,
  ]);
  const save = async (): Promise<void> => {
    if (plan === null) return;
    const made = await run(() => client.projects.planSeries(plan));
    if (made === undefined) return;
    say(t('series.made', { count: made.ids.length }));
    onClose();
  };
  const monday = startOfWeek(today);
  return (
    <Dialog
      open
      width={760}
      title={t('series.title')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel={t('series.plan')}
      submitting={running}
      submitDisabled={plan === null}
      error={rest}
    >
      <FormGrid columns={3}>
        <Select
          label={t('activity.col.kind')}
          value={kind}
          onChange={setKind}
          options={activityKinds.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
        />
        <Select label={t('activity.col.line')} value={line} onChange={setLine} options={lines} />
        <OrganisationField label={t('activity.col.organiser')} value={organiserId} onChange={setOrganiserId} />
        <TextInput
          label={t('activity.col.title')}
          full
          hint={t('series.titleHint')}
          value={title}
          onChange={setTyped}
          error={at('title')}
        />
      </FormGrid>
      <TerritoriesField
        label={t('activity.territories')}
        hint={t('series.territoriesHint')}
        value={territories}
        onChange={setTerritories}
        error={at('territories')}
      />
      <FormGrid columns={3}>
        <NumberField
          label={t('series.times')}
          hint={t('series.timesHint')}
          min={1}
          max={mostTimes}
          value={times}
          onChange={setTimes}
          error={timesWrong ? t('series.wrongTimes', { most: mostTimes }) : at('times')}
        />
        <DateField label={t('series.startsOn')} value={startsOn} onChange={setStartsOn} error={at('startsOn')} />
        <Select
          label={t('series.weekday')}
          value={weekday}
          onChange={setWeekday}
          options={[
            { value: anyWeekday, label: t('series.anyWeekday') },
            ...[0, 1, 2, 3, 4, 5, 6].map((offset) => ({
              value: String(offset + 1),
              label: formatDay(addDays(monday, offset), language, 'weekday'),
            })),
          ]}
        />
        <NumberField
          label={t('series.every')}
          min={1}
          max={60}
          value={count}
          onChange={setCount}
          error={countWrong ? t('series.wrongTimes', { most: 60 }) : at('every')}
        />
        <Select
          label={t('series.unit')}
          value={unit}
          onChange={setUnit}
          options={units.map((value) => ({ value, label: t(`series.units.${value}`) }))}
        />
        <Select
          label={t('series.holidays')}
          value={holidays}
          onChange={setHolidays}
          options={holidayWays.map((value) => ({ value, label: t(`series.holidayWays.${value}`) }))}
        />
      </FormGrid>
      <Checkbox label={t('series.onlyWithout')} checked={onlyWithout} onChange={setOnlyWithout} />
      <Preview plan={plan} />
    </Dialog>
  );
};
