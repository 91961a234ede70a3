import type { Language } from '../../shared/languages.ts';
import type { OrganisationKind } from '../../shared/vocabulary.ts';
import type { PickedPlace } from '../../shared/desktopBridge.ts';
import type { Option } from '../ui/Combobox.tsx';
import { phraseReady, type Phrase } from './PassphraseFields.tsx';

/** What the first start asks for, as it stands in the fields. */
export type FirstRunForm = {
  name: string;
  shortName: string;
  kind: OrganisationKind | null;
  territory: Option | null;
  surname: string;
  givenName: string;
  patronymic: string;
  position: string;
  by: 'passphrase' | 'keyStore';
  phrase: Phrase;
  remember: boolean;
  content: 'empty' | 'sample';
  place: PickedPlace | null;
};

export const emptyForm: FirstRunForm = {
  name: '',
  shortName: '',
  kind: null,
  territory: null,
  surname: '',
  givenName: '',
  patronymic: '',
  position: '',
  by: 'passphrase',
  phrase: { phrase: '', repeated: '' },
  remember: false,
  content: 'empty',
  place: null,
};

/** The three steps, each done when nothing it must have is missing. */
export const stepsDone = (form: FirstRunForm): { agency: boolean; protection: boolean } => ({
  agency: form.name.trim() !== '' && form.kind !== null && form.surname.trim() !== '',
  protection: form.by === 'keyStore' || phraseReady(form.phrase),
});

export type Missing = 'name' | 'kind' | 'surname' | 'phrase';

/** What must still be filled in, in the order of the fields. */
export const missingOf = (form: FirstRunForm): Missing[] => [
  ...(form.name.trim() === '' ? (['name'] as const) : []),
  ...(form.kind === null ? (['kind'] as const) : []),
  ...(form.surname.trim() === '' ? (['surname'] as const) : []),
  ...(form.by === 'passphrase' && !phraseReady(form.phrase) ? (['phrase'] as const) : []),
];

/** The form as `workspace.create` takes it. */
export const creationOf = (form: FirstRunForm, language: Language) => ({
  language,
  agency: {
    name: form.name.trim(),
    shortName: form.shortName.trim(),
    kind: form.kind ?? 'other',
    territory: form.territory?.id ?? null,
  },
  person: {
    surname: form.surname.trim(),
    givenName: form.givenName.trim(),
    patronymic: form.patronymic.trim(),
    position: form.position.trim(),
  },
  passphrase: form.by === 'passphrase' ? form.phrase.phrase : null,
  remember: form.by === 'keyStore' || form.remember,
  sample: form.content === 'sample',
  place: form.place?.ticket ?? null,
});
