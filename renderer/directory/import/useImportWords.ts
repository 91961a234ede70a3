import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, ImportRemark } from '../../../shared/contract/directory.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';

/** The words of an import: what a column stands for, and what is to be said of a row. */
export const useImportWords = (kind: ImportKind) => {
  const { t } = useTranslation('common');
  const { fieldName, valueText } = useRecordWords();
  const errorText = useErrorText();
  const entity = kind === 'people' ? 'person' : 'organisation';
  return useMemo(() => {
    const target = (name: string): string => {
      if (name === 'fullName') return t('col.fullName');
      if (name === 'position') return t('col.position');
      return name === 'organisation' ? t('col.organisation') : fieldName(entity, name);
    };
    return {
      target,
      /** A refusal or a note, with the column it is about. */
      remark: ({ code, params, column }: ImportRemark): string => {
        const words = errorText(new AppError(code, params));
        return column === null ? words : `${target(column)}: ${words}`;
      },
      /** A value as a field of the record would show it. */
      value: (field: string, text: string): string => valueText(entity, field, text),
    };
  }, [t, fieldName, valueText, errorText, entity]);
};

export type ImportWords = ReturnType<typeof useImportWords>;
