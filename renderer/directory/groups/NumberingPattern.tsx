import { useTranslation } from 'react-i18next';
import type { GroupDetail } from '../../../shared/contract/directory.ts';
import { formatNumber, validatePattern } from '../../../shared/rules/numbering.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useToday } from '../../ui/window/today.ts';
import type { SavedField } from '../../ui/saved/savedField.ts';
import { SavedText } from '../../ui/saved/SavedText.tsx';

/** A running number that shows whether zeros are put before it. */
const sample = 7;

/** How the group's meetings are numbered: says as one types how a number would look, or what is wrong. */
export const NumberingPattern = ({ group, field }: { group: GroupDetail; field: SavedField<string> }) => {
  const { t } = useTranslation(['directory', 'errors']);
  const { fieldName } = useRecordWords();
  const today = useToday();
  const term = group.termStartsOn?.slice(0, 4);
  const example = (pattern: string): string =>
    formatNumber(pattern, { sequence: sample, day: today, term, prefix: group.shortName });
  return (
    <SavedText
      required
      label={fieldName('workingGroup', 'numberingPattern')}
      field={field}
      check={(pattern) => {
        const problem = validatePattern(pattern);
        return problem === null ? undefined : t(`errors:${problem}`);
      }}
      say={(pattern) => t('numbering.example', { number: example(pattern) })}
      hint={t('numbering.tokens')}
    />
  );
};
