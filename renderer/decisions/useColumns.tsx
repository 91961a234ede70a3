import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, formatDay } from '../../shared/dates.ts';
import type { RegisterRow, registerSorts } from '../../shared/contract/decisionRegister.ts';
import { Chip } from '../ui/Chip.tsx';
import type { GridColumn } from '../ui/grid/gridTypes.ts';
import { AttachIcon, Icon, NoteIcon } from '../ui/icons.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { useToday } from '../ui/window/today.ts';
import { nearDays, stateTones } from './stateLook.ts';

export const RepeatIcon = ({ size = 13 }: { size?: number }) => (
  <Icon size={size} path="M3 8a5 5 0 018.500-3.500L13 6M13 3v3h-3M13 8a5 5 0 01-8.500 3.500L3 10M3 13v-3h3" />
);

/** What the core orders by when a column is ordered. */
export const sortOf: Record<string, (typeof registerSorts)[number]> = {
  number: 'number',
  text: 'text',
  organisation: 'organisation',
  due: 'due',
  state: 'state',
  notes: 'notes',
  group: 'group',
  meeting: 'held',
};

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ');

/** The columns of the register; `byOrganisation`: the one who answers stands over the rows, beside them the others. */
export const useColumns = (byOrganisation: boolean): GridColumn<RegisterRow>[] => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('col.number'),
        width: 66,
        value: ({ number }) => number,
        render: ({ number }) => (
          <span className="words soft" style={{ fontWeight: 550 }}>
            {number}
          </span>
        ),
      },
      {
        key: 'text',
        title: t('col.text'),
        width: 220,
        grow: true,
        value: ({ text }) => text,
        render: ({ text, repeat }) => (
          <>
            {repeat === 'none' ? null : (
              <span className="soft" title={t(`repeat.${repeat}`)} style={{ display: 'inline-flex', flex: 'none' }}>
                <RepeatIcon />
                <span className="unseen">{t(`repeat.${repeat}`)}</span>
              </span>
            )}
            <span className="words">{text}</span>
          </>
        ),
      },
      {
        key: 'organisation',
        title: byOrganisation ? t('col.together') : t('col.assignees'),
        width: byOrganisation ? 128 : 168,
        groupable: true,
        groupTitle: t('group.organisation'),
        keptWhenGrouped: true,
        value: ({ lead, others }) => (byOrganisation ? others : joined(lead, others)),
        render: ({ lead, others, assignees, assigneesDone }) => (
          <>
            <span className={byOrganisation ? 'words soft' : 'words'}>
              {byOrganisation ? others : joined(lead, others)}
            </span>
            {assignees > 1 && assigneesDone > 0 ? (
              <span
                className="soft small"
                style={{ flex: 'none' }}
                title={t('panel.assigneesDone', { done: assigneesDone, count: assignees })}
              >
                {assigneesDone}/{assignees}
              </span>
            ) : null}
          </>
        ),
      },
      {
        key: 'due',
        title: t('col.due'),
        width: 104,
        align: 'right',
        value: ({ dueOn }) => dueOn,
        text: ({ dueOn }) => (dueOn === null ? '' : formatDay(dueOn, language)),
        render: ({ dueOn, state }) => {
          const near =
            dueOn !== null && (state === 'open' || state === 'inProgress') && daysBetween(today, dueOn) <= nearDays;
          return dueOn === null ? null : (
            <span
              className="words"
              style={{ ...(state === 'overdue' && { color: 'var(--red)' }), ...(near && { color: 'var(--amber)' }) }}
            >
              {formatDay(dueOn, language)}
            </span>
          );
        },
      },
      {
        key: 'state',
        title: t('col.state'),
        width: 116,
        groupable: true,
        groupTitle: t('group.state'),
        value: ({ state }) => t(`vocabulary:executionStatus.${state}`),
        render: ({ state }) => (
          <Chip size="small" tone={stateTones[state]}>
            {t(`vocabulary:executionStatus.${state}`)}
          </Chip>
        ),
      },
      {
        key: 'notes',
        title: t('col.notes'),
        width: 84,
        value: ({ notes, evidence }) => joined(notes > 0 ? String(notes) : '', evidence > 0 ? `+ ${evidence}` : ''),
        text: ({ notes, evidence }) =>
          joined(
            notes > 0 ? t('col.notesCount', { count: notes }) : '',
            evidence > 0 ? t('col.evidenceCount', { count: evidence }) : '',
          ),
        render: ({ notes, evidence }) => (
          <span className="soft" style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
            {notes === 0 ? null : (
              <>
                <NoteIcon size={13} /> <span className="unseen">{t('col.notesSaid')}</span> {notes}
              </>
            )}
            {evidence === 0 ? null : (
              <>
                <AttachIcon size={13} /> <span className="unseen">{t('col.evidenceSaid')}</span> {evidence}
              </>
            )}
          </span>
        ),
      },
      {
        key: 'latestNote',
        title: t('col.latestNote'),
        width: 220,
        hidden: true,
        sortable: false,
        value: ({ latestNote }) => latestNote,
      },
      {
        key: 'group',
        title: t('col.group'),
        width: 170,
        hidden: true,
        groupable: true,
        groupTitle: t('group.group'),
        value: ({ group }) => group,
      },
      {
        key: 'meeting',
        title: t('col.meeting'),
        width: 150,
        hidden: true,
        groupable: true,
        groupTitle: t('group.meeting'),
        value: ({ heldOn }) => heldOn,
        text: ({ meetingNumber, heldOn }) => joined(meetingNumber, heldOn === null ? '' : formatDay(heldOn, language)),
      },
      {
        key: 'repeat',
        title: t('col.repeat'),
        width: 130,
        hidden: true,
        sortable: false,
        value: ({ repeat }) => (repeat === 'none' ? '' : t(`repeat.${repeat}`)),
      },
    ],
    [t, language, today, byOrganisation],
  );
};
