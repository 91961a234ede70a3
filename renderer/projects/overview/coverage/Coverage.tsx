import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CoverageView, ProjectDetail } from '../../../../shared/contract/projects.ts';
import { formatDay, isIsoDay } from '../../../../shared/dates.ts';
import { activityKinds } from '../../../../shared/vocabulary.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { orpc } from '../../../ui/core/client.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { MatrixIcon, TableIcon } from '../../../ui/icons.tsx';
import { ErrorNotice } from '../../../ui/Notice.tsx';
import { PrintButton } from '../../../ui/print/PrintButton.tsx';
import { usePrinting } from '../../../ui/print/usePrinting.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { readRemembered, writeRemembered } from '../../../ui/window/remembered.ts';
import { WaitBar, Waiting } from '../../../ui/Waiting.tsx';
import { useSearch } from '../../../ui/window/address.ts';
import { useKindWords } from '../../useKindWords.ts';
import { addressOfView } from '../../views.ts';
import { CellLine } from './CellLine.tsx';
import { CoverageList } from './CoverageList.tsx';
import { CoveragePaper } from './CoveragePaper.tsx';
import { Legend } from './Legend.tsx';
import { Matrix, type ChosenCell } from './Matrix.tsx';
import { hasCountries, isCountry, namingCountries, narrowed, withRegionsTogether, type Shown } from './places.ts';

const Sheet = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: '6px 10px',
  flex: 'none',
  padding: '8px 14px 6px',
});

const Narrow = styled('div')({ width: 142, flex: '0 1 auto' });

const allDistricts = 'all';
const rememberedAs = 'projects.coverage.view';

/** A kind that no community has, held or planned, needs no column as long as another has. */
const withoutEmptyKinds = (view: CoverageView): CoverageView => {
  const kept = view.kinds.map((_, at) => {
    const total = view.totals[at];
    return total !== undefined && total.held + total.planned > 0;
  });
  if (!kept.includes(true) || !kept.includes(false)) return view;
  const pick = <T,>(list: readonly T[]): T[] => list.filter((_, at) => kept[at] === true);
  return {
    ...view,
    kinds: pick(view.kinds),
    totals: pick(view.totals),
    districts: view.districts.map((district) => ({
      ...district,
      rows: district.rows.map((row) => ({ ...row, cells: pick(row.cells) })),
    })),
  };
};

/** The conditions of the coverage, in the address so that they come back with it. */
const useConditions = () => {
  const [search, setSearch] = useSearch();
  const put = (name: string, value: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const asOf = search.get('asOf');
  const show = search.get('show');
  const shown: Shown = show === 'never' ? show : (activityKinds.find((kind) => kind === show) ?? 'all');
  return { asOf: isIsoDay(asOf) ? asOf : null, shown, district: search.get('district'), put };
};

/** Which communities have had which kinds of activity, which are to have them, and which were never reached. */
export const Coverage = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const names = useKindWords();
  const { asOf, shown, district, put } = useConditions();
  const [as, setAs] = useState<'matrix' | 'list'>(() => (readRemembered(rememberedAs) === 'list' ? 'list' : 'matrix'));
  const [chosen, setChosen] = useState<ChosenCell | null>(null);
  const { data, error, isFetching } = useQuery({
    ...orpc.projects.coverage.queryOptions({ input: { projectId: project.id, asOf, kinds: [] } }),
    placeholderData: keepPreviousData,
  });
  const view = useMemo(() => {
    if (data === undefined) return undefined;
    const shownKinds = withoutEmptyKinds(data);
    return {
      ...shownKinds,
      districts: withRegionsTogether(namingCountries(shownKinds.districts, language), {
        countries: t('coverage.countries'),
        regions: t('coverage.regions'),
      }),
    };
  }, [data, t, language]);
  const ofCountries = view !== undefined && view.all > 0 && view.districts.every(hasCountries);
  const districts = useMemo(() => (view === undefined ? [] : narrowed(view, district, shown)), [view, district, shown]);
  const activities = addressOfView(project.id, 'activities');
  const address = (cell: ChosenCell, more: Record<string, string>): string => {
    const kind = view?.kinds[cell.kind] ?? '';
    // A new activity is planned in a territory; of a whole country nobody knows which.
    const where = 'new' in more && isCountry(cell.territory) ? {} : { territory: cell.territory };
    return `${activities}?${new URLSearchParams({ ...more, kind, ...where }).toString()}`;
  };
  const plan = (cell: ChosenCell): void => void navigate(address(cell, { new: '1' }));
  const open = (cell: ChosenCell): void => {
    const id = view?.districts.flatMap(({ rows }) => rows).find((row) => row.territory === cell.territory)?.cells[
      cell.kind
    ]?.id;
    if (id === undefined || id === null) plan(cell);
    else void navigate(address(cell, { activity: id }));
  };
  const showAs = (next: 'matrix' | 'list'): void => {
    setAs(next);
    writeRemembered(rememberedAs, next);
  };
  const showWords = (one: Exclude<Shown, 'all'>): string =>
    one === 'never' ? t('coverage.showNever') : t('coverage.showWithout', { kind: names.name(one) });
  const title = ofCountries ? t('coverage.titleCountries') : t('coverage.title');
  const empty =
    view === undefined ? null : view.all === 0 ? (
      <EmptyState
        text={t('coverage.noPlaces')}
        action={{
          label: t('coverage.addPlace'),
          run: () => void navigate(`${addressOfView(project.id, 'about')}?part=places`),
        }}
      />
    ) : view.kinds.length === 0 ? (
      <EmptyState
        text={t('coverage.noActivities')}
        action={{ label: t('coverage.addActivity'), run: () => void navigate(`${activities}?new=1`) }}
      />
    ) : null;
  const { print, printed } = usePrinting({
    group: t('common:area.projects'),
    sheet:
      // the list prints itself
      view === undefined || empty !== null || as === 'list'
        ? undefined
        : {
            title: `${project.title}. ${title}`,
            facts: [
              `${t('coverage.asOf')} ${formatDay(asOf ?? view.asOf, language)}`,
              view.districts.find(({ code }) => code === district)?.name ?? '',
              shown === 'all' ? '' : showWords(shown),
              t('coverage.reachedOfLong', { reached: view.reached, all: view.all }),
              view.never === 0 ? '' : `${t('coverage.never')}: ${view.never}`,
              view.elsewhere > 0 ? t('coverage.elsewhere', { count: view.elsewhere }) : '',
            ],
            wide: view.kinds.length > 6,
            body: <CoveragePaper view={view} districts={districts} />,
          },
  });
  return (
    <Sheet aria-label={title}>
      {printed}
      <WaitBar active={isFetching && data !== undefined} />
      <Head>
        <h2>{title}</h2>
        {view === undefined || empty !== null ? null : (
          <>
            <span className="soft small">{t('coverage.asOf')}</span>
            <div style={{ width: 148 }}>
              <DateField
                label={t('coverage.asOfDay')}
                labelHidden
                value={asOf ?? view.asOf}
                onChange={(day) => put('asOf', day)}
              />
            </div>
            {ofCountries ? null : (
              <Narrow>
                <Select
                  label={t('coverage.district')}
                  labelHidden
                  value={view.districts.some(({ code }) => code === district) ? district : allDistricts}
                  onChange={(code) => put('district', code === allDistricts ? null : code)}
                  options={[
                    { value: allDistricts, label: t('coverage.allDistricts') },
                    ...view.districts.map(({ code, name }) => ({ value: code, label: name })),
                  ]}
                />
              </Narrow>
            )}
            <Narrow>
              <Select
                label={t('coverage.show')}
                labelHidden
                value={shown}
                onChange={(next) => put('show', next === 'all' ? null : next)}
                options={[
                  { value: 'all', label: ofCountries ? t('coverage.showAllCountries') : t('coverage.showAll') },
                  ...(['never', ...view.kinds] as const).map((value) => ({ value, label: showWords(value) })),
                ]}
              />
            </Narrow>
            <span style={{ flex: 1 }} />
            {as === 'matrix' ? <PrintButton onClick={print} /> : null}
            <IconButton
              label={t(as === 'list' ? 'coverage.asMatrix' : 'coverage.asList')}
              icon={as === 'list' ? <MatrixIcon /> : <TableIcon />}
              pressed={as === 'list'}
              onClick={() => showAs(as === 'list' ? 'matrix' : 'list')}
            />
          </>
        )}
      </Head>
      {view === undefined ? (
        error === null ? (
          <Waiting lines={10} />
        ) : (
          <ErrorNotice error={error} />
        )
      ) : (
        (empty ?? (
          <>
            {as === 'list' ? (
              <CoverageList
                name={t('coverage.listName', { project: project.shortName || project.title })}
                kinds={view.kinds}
                districts={districts}
                onChoose={setChosen}
                onOpen={open}
                onPlan={plan}
              />
            ) : (
              <>
                <Legend view={view} />
                {districts.length === 0 ? (
                  <EmptyState text={t('coverage.nothing')} />
                ) : (
                  <Matrix
                    districts={districts}
                    kinds={view.kinds}
                    reached={view.kinds.map((_, at) => view.totals[at]?.held ?? 0)}
                    all={view.all}
                    chosen={chosen}
                    onChoose={setChosen}
                    onOpen={open}
                    onPlan={plan}
                  />
                )}
              </>
            )}
            {view.elsewhere > 0 ? (
              <p className="soft small" style={{ padding: '0 14px 6px' }}>
                {t('coverage.elsewhere', { count: view.elsewhere })}
              </p>
            ) : null}
            <CellLine view={view} chosen={chosen} onOpen={open} onPlan={plan} />
          </>
        ))
      )}
    </Sheet>
  );
};
