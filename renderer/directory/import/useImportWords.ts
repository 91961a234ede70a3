import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../shared/contract/directory.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { withColumn, type ImportWords } from '../../ui/importing/importState.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';

/** The words of an import of people or organisations. */
export const useImportWords = (kind: ImportKind): ImportWords => {
  const { t } = useTranslation(['directory', 'common']);
  const { fieldName, valueText } = useRecordWords();
  const errorText = useErrorText();
  const entity = kind === 'people' ? 'person' : 'organisation';
  return useMemo(() => {
    const target = (name: string): string => {
      if (name === 'fullName') return t('import.fullName');
      if (name === 'position') return t('common:col.position');
      return name === 'organisation' ? t('common:col.organisation') : fieldName(entity, name);
    };
    return {
      target,
      remark: (remark) => withColumn(errorText(new AppError(remark.code, remark.params)), remark, target),
      value: (field, text) => valueText(entity, field, text),
    };
  }, [t, fieldName, valueText, errorText, entity]);
};
