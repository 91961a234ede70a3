import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '../../../shared/languages.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { nameApart } from '../../../shared/rules/placeNames.ts';

export type TerritoryLevel = 'region' | 'district' | 'municipality';

interface Territory {
  code: string;
  level: TerritoryLevel;
  parent: Territory | null;
  country: string;
  name: string;
  nameEn: string;
  /** Another of the same name lies in the same place: only the code tells them apart. */
  twin: boolean;
  /** Words by which it is found, folded, each language's label among them. */
  folded: string;
}

export interface TerritoryView {
  code: string;
  level: TerritoryLevel;
  country: string;
  label: string;
  name: string;
  within: string;
}

const levels: readonly TerritoryLevel[] = ['region', 'district', 'municipality'];

/** Official Ukrainian names are adjectives without the noun; elsewhere the name has it. */
const nouns: Record<TerritoryLevel, { uk: string; en: string }> = {
  region: { uk: 'область', en: 'oblast' },
  district: { uk: 'район', en: 'raion' },
  municipality: { uk: 'громада', en: 'hromada' },
};

/** Names that are nouns by themselves (Київ, Севастополь, the Republic): no type word is added. */
const isNoun = (name: string): boolean => !/(а|ий|ій)$/u.test(name) || name.includes('Республіка');

function labelOf(territory: Territory, language: Language): string {
  const { country, name, nameEn, level } = territory;
  if (country !== 'UA') return language === 'en' && nameEn !== '' ? nameEn : name;
  if (language === 'uk') return isNoun(name) ? name : `${name} ${nouns[level].uk}`;
  return isNoun(name) ? nameEn : `${nameEn} ${nouns[level].en}`;
}

function readTerritories(resources: string): Map<string, Territory> {
  const byCode = new Map<string, Territory>();
  const siblings = new Map<string, Territory>();
  const rows = readFileSync(join(resources, 'territories.csv'), 'utf8').split('\n').slice(1).filter(Boolean);
  for (const row of rows) {
    const [code = '', levelText = '', parentCode = '', country = '', name = '', nameEn = ''] = row.split(',');
    const level = levels.find((each) => each === levelText);
    if (!level) continue;
    const parent = byCode.get(parentCode) ?? null;
    const territory: Territory = { code, level, parent, country, name, nameEn, twin: false, folded: '' };
    const key = `${parentCode} ${level} ${name}`;
    const sibling = siblings.get(key);
    if (sibling) {
      sibling.twin = true;
      territory.twin = true;
    }
    siblings.set(key, territory);
    byCode.set(code, territory);
  }
  for (const territory of byCode.values()) {
    const words = [labelOf(territory, 'uk'), labelOf(territory, 'en')];
    territory.folded = `${[...new Set(words.map(foldText))].join(' ')} ${territory.code.toLowerCase()}`;
  }
  return byCode;
}

const loaded = new Map<string, Map<string, Territory>>();

/** The bundled list of regions, districts and municipalities, read once. */
function territories(resources: string): Map<string, Territory> {
  let known = loaded.get(resources);
  if (!known) loaded.set(resources, (known = readTerritories(resources)));
  return known;
}

const shared = new Map<string, ReadonlySet<string>>();

/** Labels that more than one territory of a country has, each behind the letters of its country. */
function sharedLabels(resources: string, language: Language): ReadonlySet<string> {
  const key = `${language} ${resources}`;
  const known = shared.get(key);
  if (known) return known;
  const once = new Set<string>();
  const several = new Set<string>();
  for (const territory of territories(resources).values()) {
    const label = `${territory.country} ${labelOf(territory, language)}`;
    if (once.has(label)) several.add(label);
    once.add(label);
  }
  shared.set(key, several);
  return several;
}

/** What tells a territory from its namesakes in the country: its district, of twins the code; empty where it has none. */
function apartOf(territory: Territory, resources: string, language: Language): string {
  const { country, parent, twin, code } = territory;
  if (twin) return code;
  if (!parent || !sharedLabels(resources, language).has(`${country} ${labelOf(territory, language)}`)) return '';
  return labelOf(parent, language);
}

function asView(territory: Territory, resources: string, language: Language): TerritoryView {
  const within: string[] = [];
  for (let at = territory.parent; at; at = at.parent) within.push(labelOf(at, language));
  if (territory.twin) within.push(territory.code);
  const { code, level, country } = territory;
  const label = labelOf(territory, language);
  const name = nameApart(label, apartOf(territory, resources, language));
  return { code, level, country, label, name, within: within.join(', ') };
}

/**
 * Territories in whose name, type word, code or surroundings every word typed occurs; first those whose name begins so,
 * larger ones before smaller. Apostrophes and diacritics make no difference.
 */
export function findTerritories(
  resources: string,
  query: { text: string; language: Language; country: string | null; limit: number },
): TerritoryView[] {
  // A name that stands alone has its district in brackets.
  const wanted = foldText(query.text)
    .split(/[ ()]+/u)
    .filter(Boolean);
  const first = wanted[0] ?? '';
  const found: { territory: Territory; rank: number }[] = [];
  for (const territory of territories(resources).values()) {
    if (query.country !== null && territory.country !== query.country) continue;
    const { folded } = territory;
    const named = wanted.every((word) => folded.includes(word));
    if (!named && !wanted.every((word) => folded.includes(word) || isWithin(territory, word))) continue;
    // The first words say what is looked for, later ones may say where.
    if (!named && !folded.includes(first)) continue;
    const begins = folded.startsWith(first) || folded.includes(` ${first}`);
    const rank = levels.indexOf(territory.level) + (begins ? 0 : 10) + (named ? 0 : 3);
    found.push({ territory, rank });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, query.limit)
    .map(({ territory }) => asView(territory, resources, query.language));
}

function isWithin(territory: Territory, word: string): boolean {
  for (let at = territory.parent; at; at = at.parent) if (at.folded.includes(word)) return true;
  return false;
}

export function territoryByCode(resources: string, code: string, language: Language): TerritoryView | null {
  const territory = territories(resources).get(code);
  return territory ? asView(territory, resources, language) : null;
}

/** The code of the region that a territory is or lies in; null for an unknown one. */
export function regionOf(resources: string, code: string | null): string | null {
  let at = code === null ? undefined : territories(resources).get(code);
  while (at?.parent) at = at.parent;
  return at?.code ?? null;
}

const below = new Map<string, Map<string, string[]>>();

/** Codes of what lies directly in a territory, in the order of the list; under a country's code its regions. */
function childrenOf(resources: string): Map<string, string[]> {
  let known = below.get(resources);
  if (known) return known;
  below.set(resources, (known = new Map()));
  for (const { code, parent, country } of territories(resources).values()) {
    const owner = parent?.code ?? country;
    const own = known.get(owner);
    if (own) own.push(code);
    else known.set(owner, [code]);
  }
  return known;
}

/** A territory (or, by its two letters, a country) and every territory in it, parents before children. */
export function codesWithin(resources: string, code: string): string[] {
  const children = childrenOf(resources);
  const found = [code];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at] ?? '') ?? []));
  return found;
}

/**
 * The municipalities of a territory or, by its two letters, of a country, district by district. What has none below it
 * (Kyiv, a region of a country whose list ends there) stands for one itself. Nothing for an unknown code.
 */
export function municipalitiesWithin(resources: string, code: string): string[] {
  const children = childrenOf(resources);
  const inside = children.get(code);
  if (inside) return inside.flatMap((each) => municipalitiesWithin(resources, each));
  return territories(resources).has(code) ? [code] : [];
}

/** Where a territory lies: its country, and the district or region directly above it, if there is one. */
export function placeOfTerritory(resources: string, code: string): { country: string; parent: string | null } | null {
  const territory = territories(resources).get(code);
  return territory ? { country: territory.country, parent: territory.parent?.code ?? null } : null;
}

/** Codes of the territories whose names or type words hold a folded text. */
export const territoriesHaving = (resources: string, folded: string): string[] =>
  [...territories(resources).values()].filter((each) => each.folded.includes(folded)).map(({ code }) => code);

/** A territory's own code and those of all it lies in, the largest last; nothing for an unknown one. */
export function territoryPath(resources: string, code: string): string[] {
  const path: string[] = [];
  for (let at = territories(resources).get(code) ?? null; at; at = at.parent) path.push(at.code);
  return path;
}

/** Whether a place that was visited counts as a community: one that has none below it, as `municipalitiesWithin`. */
export const isCommunity = (resources: string, code: string): boolean =>
  territories(resources).has(code) && !childrenOf(resources).has(code);

/** Those of the codes that are known, in no particular order. */
export const territoriesByCode = (resources: string, codes: readonly string[], language: Language): TerritoryView[] =>
  [...new Set(codes)].flatMap((code) => territoryByCode(resources, code, language) ?? []);

/** Short forms of type words as tables have them, folded. */
const typeWords: [RegExp, string][] = [
  [/(^| )обл\.?(?= |,|$)/gu, '$1область'],
  [/(^| )р-н(?= |,|$)/gu, '$1район'],
  [/(^| )(?:територіальна громада|тг|отг|стг|мтг|об'єднана територіальна громада)(?= |,|$)/gu, '$1громада'],
  [/(^| )(?:міська|селищна|сільська) громада(?= |,|$)/gu, '$1громада'],
  [/(^| )sav\.?(?= |,|$)/gu, '$1savivaldybe'],
  [/(^| )raj\.?(?= |,|$)/gu, '$1rajono'],
];

const tidy = (text: string): string => {
  let tidied = foldText(text).trim();
  for (const [short, long] of typeWords) tidied = tidied.replaceAll(short, long);
  return tidied;
};

const named = new Map<string, Map<string, Set<string>>>();

/** Every way to name a territory → its codes: label, name alone, both with what it lies in. */
function namesOf(resources: string): Map<string, Set<string>> {
  let known = named.get(resources);
  if (known) return known;
  named.set(resources, (known = new Map()));
  const add = (text: string, code: string) => {
    const key = tidy(text);
    known.set(key, (known.get(key) ?? new Set()).add(code));
  };
  for (const territory of territories(resources).values()) {
    const { code, name, nameEn, parent } = territory;
    const root = parent?.parent ?? parent;
    add(code, code);
    for (const text of new Set([name, nameEn, ...languages.map((each) => labelOf(territory, each))])) add(text, code);
    for (const language of ['uk', 'en'] as const) {
      const label = labelOf(territory, language);
      add(nameApart(label, apartOf(territory, resources, language)), code);
      for (const outer of new Set([parent, root])) {
        if (!outer) continue;
        add(`${label}, ${labelOf(outer, language)}`, code);
        add(`${labelOf(outer, language)}, ${label}`, code);
      }
    }
  }
  return known;
}

/**
 * The codes that a text of a table can mean: `Сумська обл.`, `Миколаївська громада, Сумський район`, `Vilniaus rajono
 * savivaldybė`, a code; several where it is not clear, none where it is unknown.
 */
export function territoriesNamed(resources: string, text: string): string[] {
  const found = namesOf(resources).get(tidy(text));
  return found ? [...found] : [];
}
