import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { countryName } from '../../../shared/rules/regionNames.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TerritoryField } from '../../ui/directory/TerritoryField.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { usePartForm } from '../fields/usePartForm.ts';
import { CountryField } from '../regionFields.tsx';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { PartList } from './PartList.tsx';

const PlaceDialog = ({
  projectId,
  row,
  onClose,
}: {
  projectId: string;
  row: PlaceView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation('projects');
  const form = usePartForm({
    projectId,
    row,
    start: { country: row?.country ?? '', territory: row?.territory ?? '' },
    registers: { country: 'where', territory: 'where' },
    patch: (fields) => ({ part: 'place', fields }),
    onSaved: onClose,
  });
  const { country, territory } = form.value;
  return (
    <Dialog
      open
      title={row === null ? t('about.add.place') : t('about.edit.place')}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      submitDisabled={country === '' && territory === ''}
      error={form.error}
    >
      <FormGrid>
        <TerritoryField
          label={t('about.territory')}
          hint={t('about.territoryHint')}
          full
          value={territory === '' ? null : territory}
          onChange={(code) => form.set({ territory: code ?? '', ...(code !== null && { country: '' }) })}
          error={form.wrong('territory')}
        />
        <CountryField
          label={t('about.country')}
          full
          disabled={territory !== ''}
          value={country}
          onChange={(code) => form.set({ country: code })}
          error={form.wrong('country')}
        />
      </FormGrid>
    </Dialog>
  );
};

/** Where a project works: of these places the coverage is made. */
export const Places = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const [editing, setEditing] = useState<PlaceView | 'new' | null>(null);
  const places = project.places.map((place) =>
    place.territory === '' ? { ...place, name: countryName(place.country, language) } : place,
  );
  return (
    <AboutSection
      part="places"
      count={places.length}
      add={{ label: t('about.add.place'), run: () => setEditing('new') }}
    >
      {places.length === 0 ? <EmptyPart text={t('about.empty.places')} /> : null}
      <PartList
        part="place"
        label={t('about.places')}
        items={places}
        nameOf={({ name }) => name}
        render={({ name, country, territory }) => (
          <>
            <span>{name}</span>
            <span className="soft small">
              {territory === '' ? t('about.wholeCountry') : country === '' ? '' : countryName(country, language)}
            </span>
          </>
        )}
        onOpen={setEditing}
      />
      {editing === null ? null : (
        <PlaceDialog projectId={project.id} row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </AboutSection>
  );
};
