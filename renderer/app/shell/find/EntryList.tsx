import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, Section } from './entries.ts';
import { EntryRow } from './EntryRow.tsx';
import { useAreaName } from './FindFilters.tsx';

const List = styled('div')({
  padding: 4,
  overflow: 'auto',
  '&:empty': { display: 'none' },
  '& [data-heading]': { padding: '6px 10px 2px', fontSize: 12, fontWeight: 600, color: 'var(--soft)' },
  '& [role=option]': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 32,
    padding: '4px 10px',
    borderRadius: 6,
    cursor: 'pointer',
    scrollMarginBlock: 26,
  },
  '& [role=option] > svg': { flex: 'none', color: 'var(--soft)' },
  '& [aria-selected=true]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '& [aria-disabled=true]': { color: 'var(--faint)' },
});

/** The lines under their headings. The focus stays in the field; the chosen line is kept in sight. */
export const EntryList = (props: {
  id: string;
  sections: readonly Section[];
  chosen: string | undefined;
  onPoint: (entry: Entry) => void;
  onRun: (entry: Entry) => void;
}) => {
  const { id, sections, chosen, onPoint, onRun } = props;
  const { t } = useTranslation('search');
  const areaName = useAreaName();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const titleOf = ({ key }: Section): string => {
    if (key === 'commands' || key === 'recent' || key === 'searches') return t(`section.${key}`);
    return key === 'more' ? t('more') : areaName(key);
  };
  return (
    <List id={id} role="listbox" aria-label={t('list')} ref={list}>
      {sections.map((section) => (
        <div key={section.key} role="group" aria-label={titleOf(section)}>
          {section.key === 'more' ? null : (
            <div data-heading="" aria-hidden="true">
              {titleOf(section)}
            </div>
          )}
          {section.entries.map((entry) => (
            <div
              key={entry.key}
              id={`${id}-${entry.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry.key === chosen}
              aria-disabled={entry.disabled === true}
              onMouseMove={() => onPoint(entry)}
              onMouseDown={(event) => {
                if (event.button !== 0) return;
                event.preventDefault();
                onRun(entry);
              }}
            >
              <EntryRow entry={entry} />
            </div>
          ))}
        </div>
      ))}
    </List>
  );
};
