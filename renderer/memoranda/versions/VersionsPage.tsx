import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { formatDay, formatTime, timeOfDay, today } from '../../../shared/dates.ts';
import type { Comparison } from '../../../shared/contract/memoranda.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Option } from '../../ui/Combobox.tsx';
import { orpc } from '../../ui/core/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon, ReportsIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Page, Panes, Tools } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { SendDialog } from '../acts/Dialogs.tsx';
import { MemorandumField, useMemorandumOption } from '../fields/MemorandumField.tsx';

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { borderTop: '1px solid var(--line)', padding: '8px 14px', fontSize: 13 },
  '& li:first-of-type': { borderTop: 0 },
  '& li[data-shown]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: 12 },
  '& [data-line]': { display: 'flex', gap: 6, marginTop: 4, flexWrap: 'wrap' },
});

const Sheet = styled('article')({
  maxWidth: 760,
  margin: '16px auto 40px',
  padding: '20px clamp(16px, 5vw, 48px) 32px',
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  font: '15px/1.5 "Liberation Serif","Times New Roman",Tinos,serif',
  overflowWrap: 'anywhere',
  '& h2': { font: 'inherit', fontWeight: 700, margin: '14px 0 4px', display: 'flex', gap: 8, alignItems: 'baseline' },
  '& p': { whiteSpace: 'pre-wrap' },
  // not by the colour alone: added words are underlined, removed ones struck through
  '& ins': {
    background: 'var(--green-soft)',
    color: 'var(--green)',
    textDecoration: 'underline',
    textUnderlineOffset: 2,
  },
  '& del': { background: 'var(--red-soft)', color: 'var(--red)', textDecoration: 'line-through' },
});

const Part = ({ part }: { part: Comparison['clauses'][number]['parts'][number] }) => {
  const { t } = useTranslation('memoranda');
  if (part.kind === 'same') return part.text;
  return part.kind === 'added' ? (
    <ins>
      <span className="unseen"> [{t('versions.added')}: </span>
      {part.text}
      <span className="unseen">] </span>
    </ins>
  ) : (
    <del>
      <span className="unseen"> [{t('versions.removed')}: </span>
      {part.text}
      <span className="unseen">] </span>
    </del>
  );
};

const tones = { same: 'neutral', changed: 'amber', added: 'green', removed: 'red' } as const;

const Compared = ({ comparison, onlyChanges }: { comparison: Comparison; onlyChanges: boolean }) => {
  const { t } = useTranslation('memoranda');
  const shown = comparison.clauses.filter(({ change }) => !onlyChanges || change !== 'same');
  if (shown.length === 0) return <EmptyState text={t('versions.same')} />;
  return (
    <Sheet>
      {shown.map((clause, index) => (
        // two articles can bear one heading
        <section key={`${index} ${clause.heading}`}>
          <h2>
            <span>{clause.heading || t('outline.preamble')}</span>
            {clause.change === 'same' ? null : (
              <Chip size="small" tone={tones[clause.change]}>
                {t(`versions.change.${clause.change}`)}
              </Chip>
            )}
          </h2>
          <p>
            {clause.parts.map((part, at) => (
              // parts have no name of their own; their place is their key
              <Part key={at} part={part} />
            ))}
          </p>
        </section>
      ))}
    </Sheet>
  );
};

/** The versions that were kept of a text, and any two texts beside each other, word by word. */
export const VersionsPage = () => {
  const { t } = useTranslation(['memoranda', 'common']);
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { data: memorandum, error } = useQuery(orpc.memoranda.get.queryOptions({ input: { id } }));
  const { data: versions } = useQuery(orpc.memoranda.versions.queryOptions({ input: { id } }));
  const [keeping, setKeeping] = useState(false);
  const [onlyChanges, setOnlyChanges] = useState(true);
  const left = search.get('with') ?? search.get('left') ?? versions?.[0]?.id ?? id;
  const right = search.get('right') ?? id;
  const own = left === id || (versions ?? []).some((version) => version.id === left);
  const other = useMemorandumOption(own ? null : left);
  const { data: comparison, error: failed } = useQuery({
    ...orpc.memoranda.compare.queryOptions({ input: { left, right } }),
    enabled: versions !== undefined && left !== right,
  });
  const back = (): void => void navigate(`/memoranda/${id}`);
  useCommands([
    { id: 'memoranda.back', group: t('common:area.memoranda'), label: t('page.back'), keys: 'Esc', run: back },
  ]);
  const compare = (next: { left: string; right: string }): void => setSearch(next, { replace: true });
  if (memorandum === undefined) return error === null ? <Waiting /> : <ErrorNotice error={error} />;
  const moment = (at: string): string => {
    const when = new Date(at);
    return `${formatDay(today(when), language)}, ${formatTime(timeOfDay(when), language)}`;
  };
  const options = [
    { value: id, label: t('versions.now') },
    ...(versions ?? []).map((version) => ({
      value: version.id,
      label: `${version.label || t('versions.unnamed')} · ${moment(version.madeAt)}`,
    })),
    ...(other === null ? [] : [{ value: other.id, label: other.label }]),
  ];
  return (
    <Page
      fill
      title={t('versions.title')}
      subtitle={memorandum.title}
      actions={
        <>
          <Button icon={<PlusIcon />} onClick={() => setKeeping(true)}>
            {t('versions.keep')}
          </Button>
          <Button shortcut="Esc" onClick={back}>
            {t('page.back')}
          </Button>
        </>
      }
    >
      <Tools>
        <div style={{ flex: '1 1 200px', maxWidth: 320, minWidth: 0 }}>
          <Select
            label={t('versions.left')}
            value={left}
            onChange={(value) => compare({ left: value, right })}
            options={options}
          />
        </div>
        <div style={{ flex: '1 1 200px', maxWidth: 320, minWidth: 0 }}>
          <Select
            label={t('versions.right')}
            value={right}
            onChange={(value) => compare({ left, right: value })}
            options={options}
          />
        </div>
        <div style={{ flex: '1 1 200px', maxWidth: 320, minWidth: 0 }}>
          <MemorandumField
            label={t('versions.other')}
            without={id}
            value={other}
            onChange={(option: Option | null) => compare({ left: option?.id ?? id, right })}
          />
        </div>
        <Grow />
        <Checkbox label={t('versions.onlyChanges')} checked={onlyChanges} onChange={setOnlyChanges} />
      </Tools>
      <Panes
        leftLabel={t('versions.title')}
        leftWidth={280}
        label={t('versions.comparison')}
        left={
          versions?.length === 0 ? (
            <p className="soft small" style={{ padding: 14 }}>
              {t('versions.none')}
            </p>
          ) : (
            <List aria-label={t('versions.title')}>
              {versions?.map((version) => (
                <li key={version.id} data-shown={version.id === left || version.id === right ? '' : undefined}>
                  <b style={{ fontWeight: 600 }}>{version.label || t('versions.unnamed')}</b>
                  <small>
                    {moment(version.madeAt)} · {version.author}
                  </small>
                  <small title={version.hash}>
                    {t('page.words', { count: version.words })} · {version.hash.slice(0, 12)}
                  </small>
                  <span data-line="">
                    <Button size="small" onClick={() => compare({ left: version.id, right: id })}>
                      {t('versions.withNow')}
                    </Button>
                    <Button
                      size="small"
                      icon={<ReportsIcon size={13} />}
                      onClick={() =>
                        void navigate(
                          `/memoranda/${id}/documents/memorandum?form=${memorandum.language}&version=${version.id}`,
                        )
                      }
                    >
                      {t('page.word')}
                    </Button>
                  </span>
                </li>
              ))}
            </List>
          )
        }
      >
        <ErrorNotice error={failed} />
        {left === right ? (
          <EmptyState text={t(versions?.length === 0 ? 'versions.chooseOther' : 'versions.choose')} />
        ) : comparison === undefined ? (
          failed === null ? (
            <Waiting />
          ) : null
        ) : (
          <Compared comparison={comparison} onlyChanges={onlyChanges} />
        )}
      </Panes>
      {keeping ? (
        <SendDialog memorandum={memorandum} onClose={() => setKeeping(false)} onSent={() => setKeeping(false)} />
      ) : null}
    </Page>
  );
};
