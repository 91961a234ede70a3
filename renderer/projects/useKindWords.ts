import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityKind } from '../../shared/vocabulary.ts';

export type KindWords = {
  /** круглий стіл */
  name: (kind: ActivityKind) => string;
  /** КС, for the head of a narrow column; always with the whole word beside it or in its name. */
  short: (kind: ActivityKind) => string;
  /** Under a figure: круглих столів проведено. */
  held: (kind: ActivityKind) => string;
};

/** What a kind of activity is called where there is much room, little, or a number before it. */
export const useKindWords = (): KindWords => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  return useMemo(
    () => ({
      name: (kind) => t(`vocabulary:activityKind.${kind}`),
      short: (kind) => t(`kind.short.${kind}`),
      held: (kind) => t(`kind.held.${kind}`),
    }),
    [t],
  );
};
