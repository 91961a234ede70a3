import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { countries, countryName } from '../../../../shared/rules/regionNames.ts';
import { MultiCombobox, type Option } from '../../../ui/Combobox.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TerritoriesField } from '../../../ui/directory/TerritoriesField.tsx';
import { useLanguage } from '../../../ui/window/language.ts';

/** In which territories, and in which whole countries, an activity takes place. What stays keeps its state. */
export const PlacesDialog = ({ activity, onClose }: { activity: ActivityDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const { run, error, running } = useActs();
  const [territories, setTerritories] = useState(
    activity.places.map(({ territory }) => territory).filter((code) => code !== ''),
  );
  const [whole, setWhole] = useState<Option[]>(
    activity.places
      .filter(({ territory }) => territory === '')
      .map(({ country }) => ({ id: country, label: countryName(country, language) })),
  );
  const save = async (): Promise<void> => {
    // which country a territory lies in is known by its code
    const countryOf = new Map(activity.places.map(({ territory, country }) => [territory, country]));
    const places = [
      ...territories.map((territory) => ({ country: countryOf.get(territory) ?? '', territory })),
      ...whole.map(({ id }) => ({ country: id, territory: '' })),
    ];
    if ((await run(() => client.projects.setPlaces({ id: activity.id, places }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      width={560}
      title={t('activity.places')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      error={error}
    >
      <TerritoriesField
        label={t('activity.territories')}
        hint={t('activity.territoriesHint')}
        takesFocus
        value={territories}
        onChange={setTerritories}
      />
      <MultiCombobox
        label={t('activity.wholeCountries')}
        value={whole}
        onChange={setWhole}
        options={countries(language).map(({ code, name }) => ({ id: code, label: name, note: code }))}
      />
    </Dialog>
  );
};
