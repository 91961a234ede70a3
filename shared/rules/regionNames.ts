import type { Language } from '../languages.ts';

/** ISO 3166-1 alpha-2. */
const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA ' +
  'CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA ' +
  'GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS ' +
  'MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS ' +
  'RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW ' +
  'TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';
/** ISO 639-1, and what only has three letters but is spoken here: Crimean Tatar, Romani, Gagauz, Latgalian, Rusyn. */
const languageCodes =
  'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
  'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka ' +
  'kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng ' +
  'nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su ' +
  'sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu crh rom gag ltg rue';

const countryList = countryCodes.split(' ');
const languageList = languageCodes.split(' ');
const countrySet = new Set(countryList);
const languageSet = new Set(languageList);

/** Whether it is a code of ISO 3166-1 alpha-2. */
export const isCountry = (code: string): boolean => countrySet.has(code);
/** Whether it is a language that a document can be in here. */
export const isSpokenLanguage = (code: string): boolean => languageSet.has(code);

type Names = { country: Intl.DisplayNames; language: Intl.DisplayNames };
const made = new Map<Language, Names>();

// Making one reads the tables of a language and costs a thousand times as much as asking it.
function namesIn(language: Language): Names {
  const held = made.get(language);
  if (held !== undefined) return held;
  const names: Names = {
    country: new Intl.DisplayNames([language], { type: 'region' }),
    language: new Intl.DisplayNames([language], { type: 'language' }),
  };
  made.set(language, names);
  return names;
}

/** A country's name for people to read; the code itself where it is none. Never stored and never compared. */
export const countryName = (code: string, language: Language): string =>
  isCountry(code) ? (namesIn(language).country.of(code) ?? code) : code;

/** A language's name for people to read; the code itself where it is none. */
export const languageName = (code: string, language: Language): string =>
  isSpokenLanguage(code) ? (namesIn(language).language.of(code) ?? code) : code;

export type Named = { code: string; name: string };
const byName = (codes: string[], language: Language, name: (code: string) => string): Named[] => {
  const order = new Intl.Collator(language);
  return codes.map((code) => ({ code, name: name(code) })).toSorted((a, b) => order.compare(a.name, b.name));
};

/** Every country by its name in the language. */
export const countries = (language: Language): Named[] =>
  byName(countryList, language, (code) => countryName(code, language));

/** Every language by its name in the language. */
export const languagesByName = (language: Language): Named[] =>
  byName(languageList, language, (code) => languageName(code, language));
