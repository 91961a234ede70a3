import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client, orpc } from '../ui/core/client.ts';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import { parsedValue } from '../ui/records/recordWords.ts';
import { useRecordWords } from '../ui/records/useRecordWords.ts';
import { useLanguage } from '../ui/window/language.ts';

/** Values of a record that were written at the same time as those in force: each can be taken after all. */
export const Conflicts = ({ entity, row }: { entity: string; row: string }) => {
  const { t } = useTranslation('directory');
  const words = useRecordWords();
  const { run, error } = useActs();
  const { language } = useLanguage();
  const { data } = useQuery(orpc.workspace.conflicts.queryOptions({ input: { language } }));
  const ours = (data ?? []).filter((one) => one.entity === entity && one.row === row);
  if (ours.length === 0) return null;
  const text = ({ field, names }: (typeof ours)[number], json: string | null): string =>
    words.valueText(entity, field, parsedValue(json), names);
  const settle = (one: (typeof ours)[number], take: boolean): void =>
    void run(() => client.workspace.settleConflict({ entity, row, field: one.field, hlc: one.hlc, take }));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 6, padding: '10px 14px' }}>
      {ours.map((one) => (
        <Notice key={`${one.field} ${one.hlc}`} tone="amber">
          <p>
            {t('conflict.text', {
              field: words.fieldName(entity, one.field),
              lost: text(one, one.lost),
              kept: text(one, one.kept),
              author: one.author,
            })}
          </p>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 6 }}>
            <Button size="small" onClick={() => settle(one, true)}>
              {t('conflict.take')}
            </Button>
            <Button size="small" onClick={() => settle(one, false)}>
              {t('conflict.leave')}
            </Button>
          </div>
        </Notice>
      ))}
      <ErrorNotice error={error} />
    </div>
  );
};
