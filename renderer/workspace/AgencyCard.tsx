import { useCallback, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../shared/languages.ts';
import { organisationKinds } from '../../shared/vocabulary.ts';
import { Segmented } from '../ui/Choice.tsx';
import { Combobox, type Option } from '../ui/Combobox.tsx';
import { client } from '../ui/core/client.ts';
import { FormGrid } from '../ui/Field.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useLanguage } from '../ui/window/language.ts';
import type { FirstRunForm, Missing } from './firstRunForm.ts';

export type CardProps = {
  form: FirstRunForm;
  change: (part: Partial<FirstRunForm>) => void;
  /** What was missing when the person asked to create. */
  missing: readonly Missing[];
  cardRef: Ref<HTMLElement>;
};

const shown = 30;

/** A word of the vocabulary as it stands by itself in a list. */
const capitalised = (word: string, locale: string): string =>
  word.slice(0, 1).toLocaleUpperCase(locale) + word.slice(1);

/** Step 1: the language, the own agency and who works here. */
export const AgencyCard = ({ form, change, missing, cardRef }: CardProps) => {
  const { t } = useTranslation(['workspace', 'vocabulary', 'common']);
  const { language, locale, setLanguage } = useLanguage();
  const loadTerritories = useCallback(
    async (text: string, signal: AbortSignal): Promise<Option[]> => {
      const found = await client.directory.territories({ text, language, country: null, limit: shown }, { signal });
      return found.map(({ code, label, within }) => ({ id: code, label, note: within }));
    },
    [language],
  );
  const lacking = (field: Missing): string | undefined =>
    missing.includes(field) ? t('common:msg.required') : undefined;
  const hasPatronymic = language === 'uk';
  return (
    <Card ref={cardRef} aria-label={t('workspace:first.agency.title')}>
      <CardTitle number={1}>{t('workspace:first.agency.title')}</CardTitle>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
        <Segmented
          label={t('workspace:first.language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          full
        />
        <FormGrid sx={{ rowGap: '10px' }}>
          <TextInput
            full
            required
            label={t('workspace:first.agency.name')}
            error={lacking('name')}
            takesFocus
            value={form.name}
            onChange={(name) => change({ name })}
          />
          <TextInput
            label={t('workspace:first.agency.shortName')}
            value={form.shortName}
            onChange={(shortName) => change({ shortName })}
          />
          <Select
            label={t('workspace:first.agency.kind')}
            required
            error={lacking('kind')}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            placeholder={t('common:action.select')}
            options={organisationKinds.map((kind) => ({
              value: kind,
              label: capitalised(t(`vocabulary:organisationKind.${kind}`), locale),
            }))}
          />
          <Combobox
            full
            label={t('workspace:first.agency.territory')}
            placeholder={t('workspace:first.agency.territoryHint')}
            value={form.territory}
            onChange={(territory) => change({ territory })}
            load={loadTerritories}
          />
        </FormGrid>
        <FormGrid columns={hasPatronymic ? 3 : 2} sx={{ rowGap: '10px' }}>
          <TextInput
            required
            label={t('workspace:first.person.surname')}
            error={lacking('surname')}
            value={form.surname}
            onChange={(surname) => change({ surname })}
          />
          <TextInput
            label={t('workspace:first.person.givenName')}
            value={form.givenName}
            onChange={(givenName) => change({ givenName })}
          />
          {hasPatronymic ? (
            <TextInput
              label={t('workspace:first.person.patronymic')}
              value={form.patronymic}
              onChange={(patronymic) => change({ patronymic })}
            />
          ) : null}
          <TextInput
            full
            label={t('workspace:first.person.position')}
            value={form.position}
            onChange={(position) => change({ position })}
          />
        </FormGrid>
      </div>
    </Card>
  );
};
