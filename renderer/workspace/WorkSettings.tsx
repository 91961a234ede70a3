import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/Checkbox.tsx';
import { orpc } from '../ui/core/client.ts';
import { FormGrid } from '../ui/Field.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Panel.tsx';
import { Select } from '../ui/Select.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** Serif faces that the offices of the three countries have; a file names one, Word takes the nearest it has. */
const fonts = ['Times New Roman', 'PT Serif', 'Liberation Serif', 'Calibri', 'Arial'] as const;
const sizes = ['11', '12', '13', '14'] as const;

const withOwn = (list: readonly string[], own: string): string[] => (list.includes(own) ? [...list] : [own, ...list]);

/** What holds for everybody who works in this workspace. */
export const WorkSettings = () => {
  const { t } = useTranslation('workspace');
  const { data, error, refetch } = useQuery(orpc.workspace.settings.queryOptions());
  const change = useMutation(orpc.workspace.setSettings.mutationOptions({ onSuccess: () => refetch() }));
  if (error !== null) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={3} />;
  return (
    <Card aria-label={t('settings.part.work')} sx={{ display: 'flex', flexDirection: 'column', gap: '16px' }}>
      <Checkbox
        label={t('settings.holidays.label')}
        hint={t('settings.holidays.hint')}
        checked={data.holidaysAreWorkingDays}
        onChange={(holidaysAreWorkingDays) => change.mutate({ holidaysAreWorkingDays })}
      />
      <FormGrid>
        <Select
          label={t('settings.font.label')}
          value={data.documentFont}
          onChange={(documentFont) => change.mutate({ documentFont })}
          options={withOwn(fonts, data.documentFont).map((font) => ({ value: font, label: font }))}
        />
        <Select
          label={t('settings.fontSize.label')}
          value={String(data.documentFontSize)}
          onChange={(size) => change.mutate({ documentFontSize: Number(size) })}
          options={withOwn(sizes, String(data.documentFontSize)).map((size) => ({ value: size, label: size }))}
        />
      </FormGrid>
      <ErrorNotice error={change.error} />
    </Card>
  );
};
