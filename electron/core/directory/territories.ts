import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../shared/languages.ts';
import { foldText } from '../../../shared/rules/fold.ts';

export type TerritoryLevel = 'region' | 'district' | 'municipality';

interface Territory {
  code: string;
  level: TerritoryLevel;
  parent: Territory | null;
  country: string;
  name: string;
  nameEn: string;
  /** Folded names for finding. */
  folded: string;
}

const levels: readonly TerritoryLevel[] = ['region', 'district', 'municipality'];

/** Official Ukrainian names are adjectives without the noun; elsewhere the name has it. */
const nouns: Record<TerritoryLevel, { uk: string; en: string }> = {
  region: { uk: 'область', en: 'oblast' },
  district: { uk: 'район', en: 'raion' },
  municipality: { uk: 'громада', en: 'hromada' },
};

/** Names that are nouns by themselves (see the codifier): no type word is added. */
const isNoun = (name: string): boolean => !/(а|ий|ій)$/u.test(name) || name.includes('Республіка');

const loaded = new Map<string, Territory[]>();

/** The bundled list of regions, districts and municipalities, read once. */
export function territories(resources: string): readonly Territory[] {
  const known = loaded.get(resources);
  if (known) return known;
  const byCode = new Map<string, Territory>();
  const rows = readFileSync(join(resources, 'territories.csv'), 'utf8').split('\n').slice(1).filter(Boolean);
  for (const row of rows) {
    const [code = '', level = '', parent = '', country = '', name = '', nameEn = ''] = row.split(',');
    const known_ = levels.find((each) => each === level);
    if (!known_) continue;
    // People type the type word too: «полтавська обл».
    const noun = country === 'UA' && !isNoun(name) ? ` ${foldText(nouns[known_].uk)} ${nouns[known_].en}` : '';
    const folded = `${foldText(name)} ${foldText(nameEn)}${noun}`;
    byCode.set(code, { code, level: known_, parent: byCode.get(parent) ?? null, country, name, nameEn, folded });
  }
  const all = [...byCode.values()];
  loaded.set(resources, all);
  return all;
}

function labelOf(territory: Territory, language: Language): string {
  if (territory.country !== 'UA') return language === 'en' && territory.nameEn ? territory.nameEn : territory.name;
  const noun = nouns[territory.level];
  if (language === 'uk') return isNoun(territory.name) ? territory.name : `${territory.name} ${noun.uk}`;
  return isNoun(territory.name) ? territory.nameEn : `${territory.nameEn} ${noun.en}`;
}

const asView = (territory: Territory, language: Language) => {
  const within: string[] = [];
  for (let at = territory.parent; at; at = at.parent) within.push(labelOf(at, language));
  return {
    code: territory.code,
    level: territory.level,
    country: territory.country,
    label: labelOf(territory, language),
    within: within.join(', '),
  };
};

/** Territories whose name begins with, then contains, what was typed; larger ones first. */
export function findTerritories(
  resources: string,
  query: { text: string; language: Language; country: string | null; limit: number },
) {
  const wanted = foldText(query.text).split(' ').filter(Boolean);
  const found: { territory: Territory; rank: number }[] = [];
  for (const territory of territories(resources)) {
    if (query.country !== null && territory.country !== query.country) continue;
    if (!wanted.every((word) => territory.folded.includes(word))) continue;
    const begins = wanted[0] === undefined || territory.folded.startsWith(wanted[0]);
    found.push({ territory, rank: levels.indexOf(territory.level) + (begins ? 0 : 10) });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, query.limit)
    .map(({ territory }) => asView(territory, query.language));
}

export function territoryByCode(resources: string, code: string, language: Language) {
  const territory = territories(resources).find((each) => each.code === code);
  return territory ? asView(territory, language) : null;
}
