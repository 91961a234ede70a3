import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '../../../../shared/contract/projects.ts';
import { formatDay } from '../../../../shared/dates.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { orpc } from '../../../ui/core/client.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { useKindWords } from '../../useKindWords.ts';
import type { ChosenCell } from './Matrix.tsx';

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: '2px 10px',
  flex: 'none',
  minHeight: 34,
  padding: '5px 14px',
  borderTop: '1px solid var(--line)',
  background: 'var(--bg)',
  borderRadius: '0 0 8px 8px',
  fontSize: 13,
  '@media (max-width: 900px) and (min-height: 500px)': { position: 'sticky', bottom: 0 },
});

/** What stands in the chosen cell: the community, the activity with its day and participants, and what can be done. */
export const CellLine = ({
  view,
  chosen,
  onOpen,
  onPlan,
}: {
  view: CoverageView;
  chosen: ChosenCell | null;
  onOpen: (cell: ChosenCell) => void;
  onPlan: (cell: ChosenCell) => void;
}) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const names = useKindWords();
  const row = view.districts
    .flatMap(({ rows }) => rows)
    .find(({ territory }) => chosen !== null && territory === chosen.territory);
  const cell = chosen === null ? undefined : row?.cells[chosen.kind];
  const kind = chosen === null ? undefined : view.kinds[chosen.kind];
  // an arrow held down passes many cells; only where it rests is asked for
  const id = useDeferredValue(cell?.id ?? null);
  const { data: activity } = useQuery({
    ...orpc.projects.activity.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
  });
  if (chosen === null || row === undefined || cell === undefined || kind === undefined) {
    const { reached, all, never } = view;
    return (
      <Line>
        <span className="soft">{t('coverage.summary', { reached, all, never })}</span>
      </Line>
    );
  }
  const here = activity?.id === cell.id ? activity : undefined;
  const more = cell.held + cell.planned - 1;
  const participants = cell.state === 'held' ? (here?.participants ?? null) : null;
  const words =
    cell.state === 'none'
      ? [names.name(kind), row.never ? t('coverage.never') : t('coverage.noneHere')]
      : [
          here?.title || names.name(kind),
          t(`coverage.${cell.state}`),
          cell.on === null ? '' : formatDay(cell.on, language),
          participants === null ? '' : t('coverage.participants', { count: participants }),
          more > 0 ? t('coverage.more', { count: more }) : '',
        ];
  return (
    <Line role="status">
      <b style={{ fontWeight: 600 }}>{row.name}</b>
      <span className="soft cut" style={{ flex: '1 1 160px' }}>
        {words.filter(Boolean).join(' · ')}
      </span>
      {cell.state === 'none' ? null : (
        <>
          <LinkButton onClick={() => onOpen(chosen)}>{t('coverage.open')}</LinkButton>
          <Kbd keys="Enter" />
        </>
      )}
      {cell.state === 'held' ? null : (
        <>
          <LinkButton onClick={() => onPlan(chosen)}>{t('coverage.plan')}</LinkButton>
          <Kbd keys="N" />
        </>
      )}
    </Line>
  );
};
