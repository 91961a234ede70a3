import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import { DownloadIcon, PlusIcon, ReportsIcon } from '../../ui/icons.tsx';
import { ErrorBar, ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { addressOf } from '../../ui/paper/address.ts';
import { PrintButton } from '../../ui/print/PrintButton.tsx';
import { usePrinting } from '../../ui/print/usePrinting.tsx';
import { NumberField } from '../../ui/TextInput.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { useToday } from '../../ui/window/today.ts';
import { ProjectFrame } from '../ProjectFrame.tsx';
import { ProgrammePaper } from './ProgrammePaper.tsx';
import { ProgrammeTable } from './ProgrammeTable.tsx';
import { units } from '../money/moneyState.ts';

/** A year more than the term of the project has. */
const YearDialog = ({
  first,
  onClose,
  onYear,
}: {
  first: number;
  onClose: () => void;
  onYear: (year: number) => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const [year, setYear] = useState<number | null>(first);
  const wrong = year === null || !Number.isInteger(year) || year < 1990 || year > 2100;
  return (
    <Dialog
      open
      width={360}
      title={t('programme.newYear')}
      onClose={onClose}
      submitLabel={t('common:action.add')}
      submitDisabled={wrong}
      onSubmit={() => {
        if (year !== null) onYear(year);
        onClose();
      }}
    >
      <NumberField
        label={t('programme.year')}
        takesFocus
        min={1990}
        max={2100}
        value={year}
        onChange={setYear}
        error={wrong ? t('programme.noYear') : undefined}
      />
    </Dialog>
  );
};

const Programme = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'common', 'vocabulary', 'ui']);
  const navigate = useNavigate();
  const today = useToday();
  const { run, error } = useActs();
  const exportList = useExportList();
  const [more, setMore] = useState<readonly number[]>([]);
  const [asking, setAsking] = useState(false);
  const [fresh, setFresh] = useState<string>();
  const {
    data,
    error: refused,
    refetch,
  } = useQuery(orpc.projects.programme.queryOptions({ input: { projectId: project.id } }));
  const add = (): void =>
    void run(async () => {
      const { id } = await client.projects.addPart({
        projectId: project.id,
        patch: { part: 'programmeTask', fields: { task: t('programme.newTask') } },
      });
      await refetch();
      setFresh(id);
    });
  const group = t('common:area.projects');
  useCommands([
    {
      id: 'projects.newTask',
      group,
      label: t('programme.addTask'),
      keys: 'Ctrl+N',
      icon: <PlusIcon />,
      run: add,
    },
  ]);
  useStatusKeys([
    { keys: 'Ctrl+N', label: t('programme.keys.task') },
    ...(data === undefined || data.tasks.length === 0
      ? []
      : [
          { keys: ['Alt+Up', 'Alt+Down'], label: t('about.key.move') },
          { keys: 'Esc', label: t('programme.keys.revert') },
        ]),
    { keys: 'Ctrl+P', label: t('common:action.print') },
    { keys: ['Ctrl+1', 'Ctrl+9'], label: t('coverage.key.view') },
  ]);
  const years = [...new Set([...(data?.years ?? []), ...more])].toSorted((a, b) => a - b);
  const { print, printed } = usePrinting({
    group,
    sheet:
      data === undefined
        ? undefined
        : {
            title: t('programme.title', { project: project.title }),
            facts: [],
            wide: true,
            body: <ProgrammePaper programme={data} years={years} />,
          },
  });
  if (data === undefined)
    return refused === null ? (
      <Waiting lines={8} />
    ) : (
      <div style={{ padding: 16 }}>
        <ErrorNotice error={refused} retry={() => void refetch()} />
      </div>
    );
  const toExcel = (): void =>
    void run(() =>
      exportList(t('programme.title', { project: project.shortName || project.title }), {
        columns: [
          t('programme.task'),
          t('programme.indicator'),
          t('programme.unit'),
          ...years.map((year) => t('programme.valueOf', { year })),
          t('programme.measure'),
          t('programme.responsible'),
          t('programme.source'),
          ...years.map((year) => t('programme.amountOf', { year, currency: data.currency })),
        ],
        rows: data.tasks.map((task) => [
          task.task,
          task.indicatorText,
          task.unit,
          ...years.map((year) => task.years.find((one) => one.year === year)?.value ?? null),
          task.measure,
          task.responsible,
          task.moneySource,
          ...years.map((year) => units(task.years.find((one) => one.year === year)?.amount ?? null, data.currency)),
        ]),
        ids: data.tasks.map(({ id }) => id),
      }),
    );
  return (
    <>
      {printed}
      {data.tasks.length === 0 ? null : (
        <Tools>
          <span className="soft small">{t('programme.explain')}</span>
          <Grow />
          <Button size="small" icon={<PlusIcon />} onClick={() => setAsking(true)}>
            {t('programme.addYear')}
          </Button>
          <Button size="small" icon={<DownloadIcon />} onClick={toExcel}>
            {t('ui:grid.export')}
          </Button>
          <PrintButton onClick={print} />
          <Button
            size="small"
            icon={<ReportsIcon />}
            onClick={() =>
              void navigate(addressOf({ report: 'programmeAnnex', form: project.language, projectId: project.id }))
            }
          >
            {t('vocabulary:projectDocument.programmeAnnex')}
          </Button>
          <Button size="small" variant="primary" icon={<PlusIcon />} shortcut="Ctrl+N" onClick={add}>
            {t('programme.addTask')}
          </Button>
        </Tools>
      )}
      <ErrorBar error={error} />
      {data.tasks.length === 0 ? (
        <EmptyState
          text={t('programme.empty')}
          action={{ label: t('programme.addTask'), shortcut: 'Ctrl+N', run: add }}
        />
      ) : (
        <ProgrammeTable
          programme={data}
          years={years}
          fresh={fresh}
          refetch={refetch}
          onMove={(id, to) => void run(() => client.projects.movePart({ part: 'programmeTask', id, to }))}
          onRemove={(id) => void run(() => client.projects.removePart({ part: 'programmeTask', id }))}
        />
      )}
      {asking ? (
        <YearDialog
          first={(years.at(-1) ?? Number(today.slice(0, 4)) - 1) + 1}
          onClose={() => setAsking(false)}
          onYear={(year) => setMore((now) => [...now, year])}
        />
      ) : null}
    </>
  );
};

/** The annex of an oblast programme: its tasks with what each year brings and costs. */
export const ProgrammePage = () => (
  <ProjectFrame view="programme" fill>
    {(project) => <Programme key={project.id} project={project} />}
  </ProjectFrame>
);
