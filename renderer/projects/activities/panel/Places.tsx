import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { formatDay } from '../../../../shared/dates.ts';
import { countryName } from '../../../../shared/rules/regionNames.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Panel.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { Lines } from '../../fields/Lines.ts';
import { PlacesDialog } from './PlacesDialog.tsx';
import { PlaceStateDialog } from './PlaceStateDialog.tsx';

type Place = ActivityDetail['places'][number];

/** Where it takes place: every place can have gone its own way. */
export const Places = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const [dialog, setDialog] = useState<'places' | readonly Place[]>();
  const places = activity.places.map((place) =>
    place.territory === '' ? { ...place, name: countryName(place.country, language) } : place,
  );
  const held = places.filter(({ status }) => status === 'held' || (status === 'follows' && activity.status === 'held'));
  const stateOf = ({ status, heldOn }: Place): string =>
    [t(`vocabulary:placeStatus.${status}`), heldOn === null ? '' : formatDay(heldOn, language)]
      .filter(Boolean)
      .join(' ');
  return (
    <Section
      title={t('activity.places')}
      count={places.length > 1 ? t('activity.placesHeld', { held: held.length, count: places.length }) : undefined}
      action={
        <Button size="small" variant="bare" onClick={() => setDialog('places')}>
          {t('activity.changePlaces')}
        </Button>
      }
    >
      {places.length === 0 ? <p className="soft small">{t('activity.noPlaces')}</p> : null}
      <Lines aria-label={t('activity.places')} style={{ maxHeight: 220, overflow: 'auto' }}>
        {places.map((place) => (
          <li key={place.id} title={[place.name, place.within].filter(Boolean).join(', ')}>
            <span className="words">
              <LinkButton onClick={() => setDialog([place])}>{place.name}</LinkButton>
            </span>
            <span className="mark">{stateOf(place)}</span>
          </li>
        ))}
      </Lines>
      {places.length > 1 ? (
        <Button size="small" onClick={() => setDialog(places)}>
          {t('activity.allPlaces')}
        </Button>
      ) : null}
      {dialog === 'places' ? <PlacesDialog activity={activity} onClose={() => setDialog(undefined)} /> : null}
      {dialog === undefined || dialog === 'places' ? null : (
        <PlaceStateDialog activity={activity} places={dialog} onClose={() => setDialog(undefined)} />
      )}
    </Section>
  );
};
