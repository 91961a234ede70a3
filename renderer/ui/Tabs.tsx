import { styled } from '@mui/material/styles';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

const Strip = styled('div')({
  display: 'flex',
  gap: 2,
  borderBottom: '1px solid var(--line)',
  padding: '0 12px',
  background: 'var(--surface)',
  overflowX: 'auto',
  flex: 'none',
});

const Tab = styled('button')({
  border: 0,
  background: 'transparent',
  padding: '0 10px',
  height: 36,
  color: 'var(--soft)',
  fontSize: 13,
  fontWeight: 550,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  boxShadow: 'inset 0 -2px transparent',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  '&:hover': { color: 'var(--text)' },
  '&[aria-selected=true]': { color: 'var(--ink-text)', fontWeight: 600, boxShadow: 'inset 0 -2px var(--ink)' },
  '&:focus-visible': { outlineOffset: -2, borderRadius: 4 },
});

export type TabItem<T extends string> = { value: T; label: string; count?: ReactNode };

/** Views of one record. Arrows and Home, End move; the panel below is `TabPanel` with the same `value`. */
export const Tabs = <T extends string>({
  label,
  value,
  onChange,
  tabs,
  id = 'tab',
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly TabItem<T>[];
  /** Makes the ids of tabs and panels; needed when a page has two strips. */
  id?: string;
}) => {
  const strip = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 };
    const to = moves[event.code];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.value);
    strip.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };
  return (
    <Strip role="tablist" aria-label={label} ref={strip} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <Tab
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-${tab.value}`}
          data-value={tab.value}
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel-${tab.value}`}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="soft small">{tab.count}</span>}
        </Tab>
      ))}
    </Strip>
  );
};

/** What a tab shows. */
export const TabPanel = ({ value, id = 'tab', children }: { value: string; id?: string; children: ReactNode }) => (
  <div
    role="tabpanel"
    id={`${id}-panel-${value}`}
    aria-labelledby={`${id}-${value}`}
    style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
  >
    {children}
  </div>
);
