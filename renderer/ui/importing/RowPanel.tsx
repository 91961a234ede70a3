import { useTranslation } from 'react-i18next';
import { Checkbox } from '../Checkbox.tsx';
import { Chip } from '../Chip.tsx';
import { Notice } from '../Notice.tsx';
import { DetailList, Section } from '../Panel.tsx';
import { PanelFoot, PanelHead } from '../PanelHead.tsx';
import { outcomeTones, type PreviewRow } from './outcomes.ts';
import type { ImportWords } from './importState.ts';

/** One row of the file: what it says, what would change, and why where it is refused. */
export const RowPanel = (props: { row: PreviewRow; words: ImportWords; skipped: boolean; onSkip: () => void }) => {
  const { row, words, skipped, onSkip } = props;
  const { t } = useTranslation('ui');
  const mayBeTaken = row.outcome === 'new' || row.outcome === 'update';
  return (
    <>
      <PanelHead
        title={t('importing.rowTitle', { line: row.line })}
        note={row.existing?.name}
        chips={
          <Chip tone={skipped ? 'neutral' : outcomeTones[row.outcome]}>
            {t(`importing.outcome.${skipped ? 'skipped' : row.outcome}`)}
          </Chip>
        }
      />
      {row.problems.length + row.notes.length === 0 ? null : (
        <div style={{ display: 'flex', flexDirection: 'column', gap: 6, padding: '10px 14px' }}>
          {row.problems.map((problem) => (
            <Notice key={words.remark(problem)} tone={row.outcome === 'error' ? 'error' : 'amber'}>
              {words.remark(problem)}
            </Notice>
          ))}
          {row.notes.map((note) => (
            <Notice key={words.remark(note)}>{words.remark(note)}</Notice>
          ))}
        </div>
      )}
      {row.changes.length === 0 ? null : (
        <Section title={t('importing.changes')} count={row.changes.length}>
          <DetailList
            items={row.changes.map(({ field, from, to }) => ({
              label: words.target(field),
              value: (
                <>
                  {from === '' ? null : (
                    <>
                      <s className="faint">{words.value(field, from)}</s> →{' '}
                    </>
                  )}
                  {words.value(field, to)}
                </>
              ),
            }))}
          />
        </Section>
      )}
      <Section title={t('importing.inFile')}>
        <DetailList
          items={Object.entries(row.values).map(([target, value]) => ({ label: words.target(target), value }))}
        />
      </Section>
      {mayBeTaken ? (
        <PanelFoot>
          <Checkbox label={t('importing.skipRow')} checked={skipped} onChange={onSkip} />
        </PanelFoot>
      ) : null}
    </>
  );
};
