import { languages } from '../../../../shared/languages.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { countries } from '../../../../shared/rules/regionNames.ts';
import { wordsOf } from '../../words.ts';

/** Other words that tables have for what the vocabulary calls by one. */
const alsoCalled: Record<string, Record<string, string>> = {
  activityKind: {
    roundTable: 'круглий стіл, круглі столи, round tables, apskritasis stalas, apalais galds, apala galda diskusija',
    training:
      'тренінг, тренінги, семінар, тренінг-семінар, навчання, seminar, workshop, mokymai, seminaras, apmacibas, seminars',
    campaign: 'кампанія, інформаційна кампанія, акція, campaign, kampanija, informacine kampanija',
    actionPlan: 'план дій, action plan, veiksmu planas, ricibas plans',
    monitoringVisit: 'моніторинг, моніторинговий візит, monitoring visit, stebesena, monitorings',
    advocacyMeeting: 'адвокаційна зустріч, зустріч, advocacy, meeting, susitikimas, tiksanas',
    conference: 'конференція, форум, conference, forum, konferencija, forumas, forums',
    study: 'дослідження, опитування, research, survey, tyrimas, petijums',
    publication: 'публікація, видання, посібник, publication, leidinys, publikacija, izdevums',
  },
  activityStatus: {
    planned: 'план, заплановано, заплановане, у плані, to do, suplanuota, planuojama, planots',
    held: 'проведено, проведений, відбувся, відбулося, виконано, завершено, done, completed, yes, ivyko, ivykdyta, notika, pabeigts, noticis',
    postponed: 'відкладено, перенесено, postponed, atideta, atlikts',
    cancelled: 'скасовано, відмінено, cancelled, canceled, atsaukta, atcelts',
  },
  expenseKind: {
    commitment: 'зобов’язання, договір, contract, committed, isipareigojimas, sutartis, saistibas, ligums',
    spending:
      'витрати, видатки, оплата, платіж, payment, spent, paid, expense, islaidos, mokejimas, izdevumi, maksajums',
  },
  budgetCategory: {
    personnel:
      'зарплата, заробітна плата, оплата праці, персонал, salaries, staff, darbo uzmokestis, personalas, atlidziba, personals',
    experts: 'експерти, експерт, консультанти, experts, consultants, ekspertai, eksperti, konsultanti',
    travel:
      'відрядження, проїзд, подорожі, проживання, transport, trips, keliones, komandiruotes, komandejumi, cela izdevumi',
    events: 'заходи, захід, оренда, events, event, renginiai, pasakumi',
    materials: 'матеріали, друк, поліграфія, materials, printing, medziagos, spauda, materiali, druka',
    translation: 'переклад, переклади, translation, vertimas, vertimai, tulkosana, tulkojumi',
    services: 'послуги, services, paslaugos, pakalpojumi',
    equipment: 'обладнання, техніка, equipment, iranga, aprikojums, iekartas',
    grants: 'гранти, субгранти, grants, subgrants, dotacijos, subsidijos, granti',
    administration:
      'адміністративні витрати, адміністрування, накладні витрати, overheads, administrative costs, administravimas, administracija',
  },
  participantDimension: {
    sex: 'стать, sex, gender, lytis, dzimums',
    ageBand: 'вік, вікова група, age, age band, amzius, vecums',
    profession: 'професія, професійна група, profession, profesija',
    country: 'країна, country, salis, valsts',
  },
  participantSex: {
    female: 'ж, жін, жінка, жінки, жіноча, f, female, woman, women, moteris, moterys, mot, sieviete, sievietes',
    male: 'ч, чол, чоловік, чоловіки, чоловіча, m, male, man, men, vyras, vyrai, vyr, virietis, viriesi, vir',
    unknown: 'невідомо, не вказано, unknown, nezinoma, nezinams',
  },
};

/** Kinds, states and groups of the vocabulary, told by their words in any of the four languages or by their codes. */
export function vocabularyReader<Code extends string>(
  resources: string,
  group: string,
  codes: readonly Code[],
): (text: string) => Code | null {
  const known = new Map<string, Code>();
  const tidy = (text: string): string => foldText(text).replaceAll(/[.:]+$/gu, '');
  const key = (code: string): string => `${group}.${code}`;
  for (const code of codes) {
    known.set(tidy(code), code);
    for (const word of alsoCalled[group]?.[code]?.split(', ') ?? []) known.set(tidy(word), code);
    for (const language of languages) known.set(tidy(wordsOf(resources, language, 'vocabulary')(key(code))), code);
  }
  return (text) => known.get(tidy(text)) ?? null;
}

/** The kind of an activity that its title begins with: «Круглий стіл у Ромнах». */
export function kindOfTitle<Code extends string>(read: (text: string) => Code | null): (title: string) => Code | null {
  return (title) => {
    const words = title.split(/[\s,:;«»"„“”()]+/u).filter(Boolean);
    return [3, 2, 1].map((count) => read(words.slice(0, count).join(' '))).find((code) => code !== null) ?? null;
  };
}

let names: Map<string, string> | null = null;

/** ISO code of a country by its code or its name in any of the four languages; null for an unknown one. */
export function readCountry(text: string): string | null {
  if (names === null) {
    names = new Map();
    for (const language of languages)
      for (const { code, name } of countries(language)) {
        names.set(foldText(name), code);
        names.set(foldText(code), code);
      }
    for (const [name, code] of [
      ['uk', 'GB'],
      ['great britain', 'GB'],
      ['велика британія', 'GB'],
      ['didzioji britanija', 'GB'],
      ['lielbritanija', 'GB'],
      ['usa', 'US'],
      ['сша', 'US'],
      ['jav', 'US'],
      ['asv', 'US'],
      ['czech republic', 'CZ'],
      ['чеська республіка', 'CZ'],
      ['молдова', 'MD'],
      ['російська федерація', 'RU'],
    ] as const)
      names.set(foldText(name), code);
  }
  return names.get(foldText(text).replace(/\.$/u, '')) ?? null;
}
