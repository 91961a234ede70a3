import { useTranslation } from 'react-i18next';
import type { KeptConflict } from '../../../shared/contract/workspace.ts';
import { parsedValue } from '../../ui/records/recordWords.ts';
import { Side, Sides } from '../../ui/records/Sides.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { wordDiff } from '../../ui/records/wordDiff.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { momentWords } from '../../ui/window/whenWords.ts';

/** The value in force and the one that is not, whose it was, side by side; the words that differ are marked. */
export const ConflictValues = ({ conflict }: { conflict: KeptConflict }) => {
  const { t } = useTranslation('exchange');
  const { language } = useLanguage();
  const { valueText } = useRecordWords();
  const text = (json: string | null): string =>
    valueText(conflict.entity, conflict.field, parsedValue(json), conflict.names);
  const [kept, lost] = wordDiff(text(conflict.kept), text(conflict.lost));
  return (
    <Sides>
      <Side title={t('conflicts.kept')} runs={kept} />
      <Side
        lost
        title={`${t('conflicts.lost')} · ${conflict.author} · ${momentWords(conflict.writtenAt, language)}`}
        runs={lost}
      />
    </Sides>
  );
};
