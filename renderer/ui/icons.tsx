import type { ReactElement } from 'react';

export type IconProps = {
  /** Edge in CSS pixels; the drawing stands on a 16 px grid. */
  size?: number;
};

/** One drawing on a 16 px grid: 1.5 stroke, round ends, the colour of the text. Decorative: a word or a name goes with it. */
export const Icon = ({
  path,
  size = 16,
  children,
}: IconProps & { path?: string | undefined; children?: ReactElement | undefined }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    data-icon=""
  >
    {path === undefined ? null : <path d={path} />}
    {children}
  </svg>
);

const draw = (path: string | undefined, more?: ReactElement) => {
  const Drawing = ({ size = 16 }: IconProps) => (
    <Icon path={path} size={size}>
      {more}
    </Icon>
  );
  return Drawing;
};

// areas
export const TodayIcon = draw('M8 4.500V8l2.500 2', <circle cx="8" cy="8" r="6" />);
export const MeetingsIcon = draw('M3 2h10v12H3zM5.500 5h5M5.500 8h5M5.500 11h3');
export const CheckIcon = draw('M2.500 8.500l3.500 3.500 7.500-8');
export const MemorandaIcon = draw(
  undefined,
  <g>
    <circle cx="6" cy="8" r="4.25" />
    <circle cx="10" cy="8" r="4.25" />
  </g>,
);
export const ProjectsIcon = draw('M2 2.500h6v3H2zM5 6.500h6v3H5zM8 10.500h6v3H8z');
export const DirectoryIcon = draw(
  'M1.500 14c0-3 2-5 4.500-5s4.500 2 4.500 5M11 3.500a2 2 0 010 4M12 9.500c1.600.5 2.500 2 2.500 4.500',
  <circle cx="6" cy="5" r="2.5" />,
);
export const ExchangeIcon = draw('M2 6h11l-3-3M14 10H3l3 3');
export const ReportsIcon = draw('M4 2h6l3 3v9H4zM10 2v3h3M6.500 9h4M6.500 11.500h4');
export const ChartIcon = draw('M2.500 2.500v11h11M5 10.500l3-3.500 2 2 3.500-4.500');
export const MatrixIcon = draw('M2.500 2.500h4v4h-4zM9.500 2.500h4v4h-4zM2.500 9.500h4v4h-4zM9.500 9.500h4v4h-4z');
export const TableIcon = draw('M2.500 3h11v10h-11zM2.500 6.500h11M6.500 6.500V13');
export const SettingsIcon = draw(
  'M8 1.500v2M8 12.500v2M1.500 8h2M12.500 8h2M3.400 3.400l1.400 1.400M11.200 11.200l1.400 1.400M12.600 3.400l-1.400 1.400M4.800 11.200l-1.400 1.400',
  <circle cx="8" cy="8" r="3" />,
);

// top bar
export const UndoIcon = draw('M5.500 3L2.500 6l3 3M3 6h6.500a3.500 3.500 0 010 7H7');
export const RedoIcon = draw('M10.500 3l3 3-3 3M13 6H6.500a3.500 3.500 0 000 7H9');
export const LockIcon = draw('M4 7h8v6.500H4zM5.500 7V5a2.500 2.500 0 015 0v2');
export const SearchIcon = draw('M10.500 10.500L14 14', <circle cx="7" cy="7" r="4.5" />);

// acts
export const PlusIcon = draw('M8 3v10M3 8h10');
export const CloseIcon = draw('M4.500 4.500l7 7M11.500 4.500l-7 7');
export const EditIcon = draw('M10.500 3l2.500 2.500L6 12.500l-3 .5.5-3zM9 4.500L11.500 7');
export const DeleteIcon = draw('M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.5 9h6l.5-9M6.700 7v4M9.300 7v4');
export const PrintIcon = draw('M4.500 6V2.500h7V6M4.500 11.500H2.500V6h11v5.500h-2M4.500 9.500h7v4h-7z');
export const DownloadIcon = draw('M8 2.500V10M5 7.500L8 10.500l3-3M2.500 13.500h11');
export const UploadIcon = draw('M8 10.500V3M5 5.500l3-3 3 3M2.500 13.500h11');
export const AttachIcon = draw(
  'M12.500 7.500l-5 5a3 3 0 01-4.300-4.200l5.600-5.600a2 2 0 012.900 2.800l-5.500 5.500a1 1 0 01-1.400-1.400l4.700-4.700',
);
export const NoteIcon = draw('M2.500 3.500h11v8h-6l-2.500 2v-2h-2.500z');
export const CalendarIcon = draw('M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3');
export const ColumnsIcon = draw('M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10');
export const HistoryIcon = draw('M2.500 8a5.500 5.500 0 101.700-4L2.500 5.500M2.500 2.500v3h3M8 5v3.200l2 1.300');
export const MoreIcon = draw(undefined, <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" strokeWidth={2.2} />);
export const DragIcon = draw(
  undefined,
  <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth={2} />,
);
export const EyeIcon = draw(
  'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8z',
  <circle cx="8" cy="8" r="2" />,
);
export const EyeOffIcon = draw(
  'M2 2l12 12M6.300 3.800A6.600 6.600 0 018 3.500c4 0 6.500 4.500 6.500 4.500a11 11 0 01-2 2.500M10 12.200a6.400 6.400 0 01-2 .3C4 12.500 1.500 8 1.500 8a11 11 0 012.300-2.800',
);
export const KeyIcon = draw('M7.800 8h6.200M12 8v2.500M14 8v1.800', <circle cx="5" cy="8" r="2.8" />);
export const ComputerIcon = draw('M2.500 3h11v8h-11zM5.500 13.500h5M8 11v2.500');
export const FolderIcon = draw('M2 12.500v-9h4l1.500 2H14v7z');
export const BackupIcon = draw('M3 2.500h10v11H3zM3 6.200h10M3 9.800h10M5 4.400h.01M5 8h.01M5 11.600h.01');
export const WarningIcon = draw('M8 2.500l6 11H2zM8 6.500v3M8 11.500h.01');
export const InfoIcon = draw('M8 7.500v3.500M8 5h.01', <circle cx="8" cy="8" r="6" />);
export const ShieldIcon = draw(
  'M8 1.500l5 1.800v4.200c0 3.200-2 5.600-5 7-3-1.400-5-3.800-5-7V3.300zM5.800 8l1.700 1.700 3-3.200',
);
export const PlayIcon = draw('M5 3.500l7 4.500-7 4.500z');
export const PauseIcon = draw('M5.500 3.500v9M10.500 3.500v9');

// directions
export const ChevronDownIcon = draw('M4.500 6.500L8 10l3.500-3.500');
export const ChevronUpIcon = draw('M4.500 9.500L8 6l3.500 3.500');
export const ChevronRightIcon = draw('M6.500 4.500L10 8l-3.500 3.500');
export const ChevronLeftIcon = draw('M9.500 4.500L6 8l3.500 3.500');
export const ArrowRightIcon = draw('M2.500 8h11M9.500 4l4 4-4 4');
