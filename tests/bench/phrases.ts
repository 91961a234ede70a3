import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../shared/languages.ts';

/** A number from 0 up to (not with) the one given; the same numbers in every run. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same in every run (Lehmer's generator). */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

export const pick = <T>(random: Random, list: readonly [T, ...T[]]): T => list[random(list.length)] ?? list[0];

type Phrases = readonly [string, ...string[]];
interface Vocabulary {
  /** Acts, as an infinitive or whatever the language orders with. */
  acts: Phrases;
  /** What the act is done with (accusative). */
  objects: Phrases;
  /** Whose, of what (genitive). */
  of: Phrases;
  /** Who takes part (instrumental, or with a preposition of its own). */
  together: Phrases;
  /** Where it was spoken of (locative, with its preposition). */
  at: Phrases;
}

const words = (text: string): Phrases => text.split('|') as unknown as Phrases;

/** The field's words in the forms in which minutes really have them: search must find each by any other. */
const vocabularies: Record<Language, Vocabulary> = {
  uk: {
    acts: words(
      'провести|затвердити|подати|розробити|забезпечити|узагальнити|надіслати|підготувати|оприлюднити|погодити|переглянути|надати|активізувати|продовжити|доручити опрацювати|взяти до відома|рекомендувати громадам',
    ),
    objects: words(
      'круглий стіл|круглі столи|план заходів|комплексний захід|соціальну послугу|соціальні послуги|переадресацію постраждалих осіб|моніторинг виконання програми|навчання фахівців|звіт про виконання|інформаційну кампанію|гарячу лінію|притулок для постраждалих|допомогу дитині|виявлення випадків насильства|меморандум про співпрацю|статистичні дані|пропозиції до програми|потреби громад|обмежувальний припис|тимчасовий захист|юридичну допомогу|психологічну підтримку',
    ),
    of: words(
      'торгівлі людьми|домашнього насильства|територіальних громад|координаційної ради|соціального захисту|служби у справах дітей|центру зайнятості|постраждалих осіб|місцевих рад|закладів освіти|закладів охорони здоров’я|міграційної служби|внутрішньо переміщених осіб|робочої групи|обласної державної адміністрації|мобільної бригади|кризового центру|правозахисних організацій|гендерної рівності|шкільних психологів',
    ),
    together: words(
      'разом із поліцією|спільно з громадською організацією|за участю прокуратури|із залученням фахівців громад|у взаємодії з міграційною службою|з урахуванням пропозицій членів ради|за сприяння міжнародної організації|із представниками ґендерних осередків',
    ),
    at: words(
      'у територіальних громадах|на круглому столі|на засіданні ради|у закладах освіти|на круглих столах|у соціальній службі|у районних відділеннях поліції|у кризовому центрі|на підприємствах області|у місцевих бюджетах|під час навчань|у звітах за квартал',
    ),
  },
  lt: {
    acts: words('parengti|patvirtinti|pateikti|organizuoti|užtikrinti|peržiūrėti|išsiųsti|suderinti'),
    objects: words(
      'apskritojo stalo diskusiją|veiksmų planą|socialinę paslaugą|socialines paslaugas|ataskaitą apie įgyvendinimą|mokymus specialistams|pagalbą nukentėjusiam asmeniui|bendradarbiavimo memorandumą|statistinius duomenis|informacinę kampaniją',
    ),
    of: words(
      'savivaldybės|savivaldybių|prekybos žmonėmis|koordinavimo tarybos|nukentėjusių asmenų|vaiko teisių apsaugos tarnybos|švietimo įstaigų|darbo grupės|krizių centro|policijos komisariato',
    ),
    together: words(
      'kartu su policija|bendradarbiaujant su nevyriausybinėmis organizacijomis|dalyvaujant prokuratūrai|pasitelkus savivaldybių specialistus',
    ),
    at: words('savivaldybėse|apskritojo stalo metu|tarybos posėdyje|mokyklose|krizių centruose|tarnybų ataskaitose'),
  },
  lv: {
    acts: words('sagatavot|apstiprināt|iesniegt|organizēt|nodrošināt|pārskatīt|nosūtīt|saskaņot'),
    objects: words(
      'apaļā galda diskusiju|rīcības plānu|sociālo pakalpojumu|sociālos pakalpojumus|pārskatu par izpildi|mācības speciālistiem|palīdzību cietušajai personai|sadarbības memorandu|statistikas datus|informatīvo kampaņu',
    ),
    of: words(
      'pašvaldības|pašvaldību|cilvēku tirdzniecības|koordinācijas padomes|cietušo personu|bāriņtiesas|izglītības iestāžu|darba grupas|krīzes centra|policijas pārvaldes',
    ),
    together: words(
      'kopā ar policiju|sadarbībā ar nevalstiskajām organizācijām|piedaloties prokuratūrai|iesaistot pašvaldību speciālistus',
    ),
    at: words('pašvaldībās|apaļā galda laikā|padomes sēdē|skolās|krīzes centros|dienestu pārskatos'),
  },
  en: {
    acts: words('prepare|approve|submit|organise|ensure|review|send|agree'),
    objects: words(
      'a round table|the plan of measures|a social service|social services|the report on implementation|training for specialists|assistance to victims|the memorandum of cooperation|statistics|an information campaign',
    ),
    of: words(
      'of the municipality|of municipalities|of trafficking in human beings|of the coordination council|of victims|of the child protection service|of schools|of the working group|of the crisis centre|of the police department',
    ),
    together: words(
      'together with the police|in cooperation with non-governmental organisations|with the prosecutor taking part|involving specialists of the communities',
    ),
    at: words(
      'in the communities|at the round tables|at the council’s meeting|in schools|in crisis centres|in the reports',
    ),
  },
};

/** Names of real communities: the long tail of words that every text has beside the usual ones. */
const communities: Phrases = readFileSync(join(process.cwd(), 'resources', 'territories.csv'), 'utf8')
  .split('\n')
  .filter((row) => row.startsWith('UA') && row.includes(',municipality,'))
  .map((row) => row.split(',')[4] ?? '')
  .filter((name) => name.length > 3) as unknown as Phrases;

/** One sentence of minutes: what to do, with what, where, with whom; about every second names a community. */
export function sentence(random: Random, language: Language): string {
  const of = vocabularies[language];
  const parts = [pick(random, of.acts), pick(random, of.objects), pick(random, of.of)];
  if (random(2) === 0) parts.push(pick(random, of.at));
  if (random(3) === 0) parts.push(pick(random, of.together));
  if (language === 'uk' && random(2) === 0) parts.push(`(${pick(random, communities)} громада)`);
  const text = parts.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export const sentences = (random: Random, language: Language, count: number): string =>
  Array.from({ length: count }, () => sentence(random, language)).join(' ');

const about: Record<Language, string> = { uk: 'Про', lt: 'Dėl', lv: 'Par', en: 'On' };

/** The title of an agenda item or a memorandum. */
export function title(random: Random, language: Language): string {
  const of = vocabularies[language];
  return `${about[language]} ${pick(random, of.objects)} ${pick(random, of.of)} ${pick(random, of.at)}`;
}

/** Most of a Ukrainian agency's papers are Ukrainian; one of twenty belongs to a project abroad. */
export const languageOf = (n: number): Language =>
  n % 60 === 19 ? 'lt' : n % 60 === 39 ? 'lv' : n % 60 === 59 ? 'en' : 'uk';
