import { useTranslation } from 'react-i18next';
import type { OutgoingView } from '../../../shared/contract/exchangeViews.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PanelRows } from '../../ui/PanelHead.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useFigure } from '../../ui/window/figures.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

/** What a secretary thinks in, before its parts. */
const chief = ['meeting', 'decision', 'memorandum', 'project', 'activity', 'agendaItem', 'indicator'];

const weight = (entity: string): number => (chief.includes(entity) ? chief.indexOf(entity) : chief.length);

/** As many kinds of records as are told apart; the rest is summed up. */
const mostKinds = 6;

/** What would go, in words and counts: by group its records, and what travels along. */
export const OutgoingFacts = ({ outgoing }: { outgoing: OutgoingView }) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const { entityName } = useRecordWords();
  const figure = useFigure();
  const { obstacle, groups, directory, attachments, attachmentBytes, cards } = outgoing;
  if (obstacle !== null)
    return <Notice tone={obstacle === 'nothingNew' ? 'info' : 'amber'}>{t(`send.obstacle.${obstacle}`)}</Notice>;
  const told = (records: OutgoingView['groups'][number]['records']): string[] => {
    const sorted = records.toSorted((a, b) => weight(a.entity) - weight(b.entity) || b.rows - a.rows);
    const rest = sorted.slice(mostKinds).reduce((sum, { rows }) => sum + rows, 0);
    return [
      ...sorted.slice(0, mostKinds).map(({ entity, rows }) => `${entityName(entity)}: ${figure(rows)}`),
      ...(rest === 0 ? [] : [t('send.other', { count: rest })]),
    ];
  };
  const along = [
    directory === 0 ? '' : t('send.directory', { count: directory }),
    attachments === 0 ? '' : t('send.attachments', { count: attachments, size: words.size(attachmentBytes) }),
    cards.length === 0 ? '' : t('send.cards', { names: cards.join(', ') }),
  ].filter(Boolean);
  return (
    <div>
      <PanelRows style={{ margin: 0 }}>
        {groups.map(({ id, name, records, changes, passedOn }) => (
          <li key={id}>
            <div>
              {name}
              <small>
                {[
                  t('send.changes', { count: changes }),
                  ...(passedOn === 0 ? [] : [t('send.passedOn', { count: passedOn })]),
                ].join(', ')}
              </small>
              <small>{told(records).join(' · ')}</small>
            </div>
          </li>
        ))}
      </PanelRows>
      {along.map((line) => (
        <p key={line} className="soft small" style={{ padding: '2px 8px' }}>
          {line}
        </p>
      ))}
    </div>
  );
};
