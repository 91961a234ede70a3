import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '../../../shared/contract/indicatorViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { AppError } from '../../../shared/errors.ts';
import { client } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { FormGrid } from '../../ui/Field.tsx';
import { Section } from '../../ui/Panel.tsx';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import type { SavedField } from '../../ui/saved/savedField.ts';
import { SavedText } from '../../ui/saved/SavedText.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { figureIn, figureText, scaledOf } from '../fields/FigureField.tsx';

/** The years of a project, and those that an indicator knows already. */
const yearsOf = ({ startsOn, endsOn }: ProjectDetail, indicator: IndicatorDetail): string[] => {
  const years = new Set(
    [...indicator.targets, ...indicator.series]
      .filter(({ period }) => period !== 'all')
      .map(({ period }) => period.slice(0, 4)),
  );
  const [from, until] = [startsOn ?? endsOn, endsOn ?? startsOn].map((day) => Number(day?.slice(0, 4)));
  for (let year = from ?? 0; year <= (until ?? 0) && years.size < 40; year += 1) if (year > 0) years.add(String(year));
  return [...years].toSorted();
};

/** What is to be reached in each year, and in all; each field saves itself. */
export const Targets = ({ project, indicator }: { project: ProjectDetail; indicator: IndicatorDetail }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const periodWords = usePeriodWords();
  const kind = scaledOf(indicator.decimals);
  const field = (period: string): SavedField<string> => ({
    name: `indicatorTarget.${indicator.id}.${period}`,
    stored: figureText(indicator.targets.find((one) => one.period === period)?.value ?? null, kind, language),
    base: { clock: null },
    save: async (text) => {
      const value = figureIn(text, kind);
      if (value === undefined) throw new AppError('figureUnreadable');
      await trackSaving(client.projects.setTarget({ id: indicator.id, period, value }));
    },
  });
  return (
    <Section title={t('indicators.targets')}>
      <FormGrid>
        {yearsOf(project, indicator).map((year) => (
          <SavedText key={`${indicator.id} ${year}`} label={periodWords(year)} field={field(year)} />
        ))}
        <SavedText
          key={`${indicator.id} all`}
          label={t('indicators.targetOfAll')}
          hint={t('indicators.targetHint')}
          full
          field={field('all')}
        />
      </FormGrid>
    </Section>
  );
};
