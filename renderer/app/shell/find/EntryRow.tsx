import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../../shared/dates.ts';
import type { SearchEntity, SearchResult } from '../../../../shared/contract/search.ts';
import {
  AttachIcon,
  CalendarIcon,
  CheckIcon,
  ChevronDownIcon,
  DirectoryIcon,
  HistoryIcon,
  MeetingsIcon,
  NoteIcon,
  ProjectsIcon,
  ReportsIcon,
  SearchIcon,
} from '../../../ui/icons.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import type { Entry } from './entries.ts';

const icons: Record<SearchEntity, ReactNode> = {
  meeting: <CalendarIcon />,
  agendaItem: <MeetingsIcon />,
  speech: <NoteIcon />,
  decision: <CheckIcon />,
  memorandum: <ReportsIcon />,
  memorandumClause: <ReportsIcon />,
  obligation: <CheckIcon />,
  project: <ProjectsIcon />,
  activity: <CalendarIcon />,
  deliverable: <ReportsIcon />,
  organisation: <DirectoryIcon />,
  person: <DirectoryIcon />,
  workingGroup: <DirectoryIcon />,
  attachment: <AttachIcon />,
};

const Body = styled('span')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  '& > [data-first]': { display: 'flex', alignItems: 'baseline', gap: 10, minWidth: 0 },
  '& [data-title]': { flex: '1 1 auto', fontWeight: 550 },
  '& [data-context]': { flex: '0 1 auto', maxWidth: '46%', color: 'var(--soft)', fontSize: 12 },
  '& [data-day]': { flex: 'none', color: 'var(--soft)', fontSize: 12 },
  '& [data-kind]': { fontSize: 12 },
  '& [data-snippet]': {
    color: 'var(--soft)',
    fontSize: 13,
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  // bold and underlined: the colour alone would not do
  '& mark': {
    color: 'var(--text)',
    background: 'none',
    fontWeight: 650,
    textDecoration: 'underline',
    textDecorationThickness: 2,
    textDecorationColor: 'var(--amber-fill)',
    textUnderlineOffset: 2,
  },
});

const RecordBody = (props: {
  entity: SearchEntity;
  title: string;
  context: string;
  day: string | null;
  snippet?: SearchResult['snippet'];
}) => {
  const { entity, title, context, day, snippet = [] } = props;
  const { t } = useTranslation('search');
  const { language } = useLanguage();
  const kind = t(`entity.${entity}`);
  return (
    <Body>
      <span data-first="">
        <span data-title="" className="cut">
          {title === '' ? kind : title}
        </span>
        <span data-context="" className="cut">
          {context}
        </span>
        {day === null ? null : <span data-day="">{formatDay(day, language)}</span>}
      </span>
      <span data-snippet="">
        <span data-kind="">{kind}</span>
        {snippet.length === 0 ? null : ' · '}
        {snippet.map(({ text, marked }, index) => {
          const key = `${index}`;
          return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
        })}
      </span>
    </Body>
  );
};

/** What stands in one line of the palette: a command, a record that was found, a place or a search of before. */
export const EntryRow = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation('search');
  switch (entry.kind) {
    case 'command': {
      const { icon, label, group, keys } = entry.command;
      return (
        <>
          {icon ?? <span style={{ width: 16, flex: 'none' }} />}
          <span style={{ flex: 1 }}>{label}</span>
          {group === undefined ? null : <span className="soft small">{group}</span>}
          {keys === undefined ? null : <Kbd keys={keys} />}
        </>
      );
    }
    case 'result':
      return (
        <>
          {icons[entry.result.entity]}
          <RecordBody {...entry.result} />
        </>
      );
    case 'place':
      return (
        <>
          {icons[entry.place.entity]}
          <RecordBody {...entry.place} />
        </>
      );
    case 'search':
      return (
        <>
          <HistoryIcon />
          <span className="cut" style={{ flex: 1 }}>
            {entry.search.text}
          </span>
          <SearchIcon size={13} />
        </>
      );
    case 'more':
      return (
        <>
          <ChevronDownIcon />
          <span>{t('more')}</span>
        </>
      );
  }
};
