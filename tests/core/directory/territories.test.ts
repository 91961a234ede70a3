import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import {
  findTerritories,
  territoriesByCode,
  territoriesNamed,
  territoryByCode,
} from '../../../electron/core/directory/territories.ts';
import type { Language } from '../../../shared/languages.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const find = (text: string, options: { language?: Language; country?: string; limit?: number } = {}) =>
  findTerritories(resources, {
    text,
    language: options.language ?? 'uk',
    country: options.country ?? null,
    limit: options.limit ?? 30,
  });
const settlement = 'UA59080130000022249';
const village = 'UA59080150000013842';

describe('finding a territory', () => {
  it('takes every apostrophe, and none', () => {
    for (const text of ['Куп’янськ', "куп'янськ", 'купʼянськ', 'Куп`янськ'])
      expect(
        find(text).map(({ label }) => label),
        text,
      ).toContain('Куп’янський район');
    expect(find('Kupiansk', { language: 'en' }).map(({ label }) => label)).toContain('Kupianskyi raion');
  });

  it('names Ukrainian ones with their type word and what they lie in', () => {
    const [oblast] = find('сумська обл');
    expect(oblast).toMatchObject({ label: 'Сумська область', level: 'region', within: '' });
    const district = find('Сумський район')[0];
    expect(district).toMatchObject({ label: 'Сумський район', within: 'Сумська область' });
    expect(territoryByCode(resources, district?.code ?? '', 'en')).toMatchObject({
      label: 'Sumskyi raion',
      within: 'Sumska oblast',
    });
    expect(territoryByCode(resources, 'UA80000000000093317', 'uk')).toMatchObject({ label: 'Київ' });
    expect(territoryByCode(resources, 'UA01000000000013043', 'en')?.label).toBe('Autonomous Republic of Crimea');
  });

  it('tells two of one name in one district apart by the code, and no others', () => {
    const twins = find('миколаївська громада сумський');
    expect(twins.map(({ code }) => code).toSorted()).toEqual([settlement, village]);
    expect(new Set(twins.map(({ label, within }) => `${label} ${within}`)).size).toBe(2);
    expect(twins.find(({ code }) => code === village)?.within).toBe(`Сумський район, Сумська область, ${village}`);
    const everywhere = find('миколаївська громада', { limit: 100 });
    expect(everywhere.length).toBeGreaterThan(5);
    expect(new Set(everywhere.map(({ label, within }) => `${label}, ${within}`)).size).toBe(everywhere.length);
  });

  it('names each so that it can stand alone: of namesakes with the district, of twins with the code', () => {
    const name = (code: string, language: Language = 'uk') => territoryByCode(resources, code, language)?.name;
    expect(name(village)).toBe(`Миколаївська громада (${village})`);
    expect(name('UA59080050000061215')).toBe('Верхньосироватська громада');
    const [myropilska] = find('Миропільська громада Сумський район');
    expect(myropilska).toMatchObject({
      label: 'Миропільська громада',
      name: 'Миропільська громада (Сумський район)',
      within: 'Сумський район, Сумська область',
    });
    expect(name(myropilska?.code ?? '', 'en')).toBe('Myropilska hromada (Sumskyi raion)');
    for (const country of ['UA', 'LT', 'LV'])
      for (const language of ['uk', 'en', 'lt'] as const) {
        const all = findTerritories(resources, { text: '', language, country, limit: 5_000 });
        expect(new Set(all.map((each) => each.name)).size, `${country} ${language}`).toBe(all.length);
        for (const each of all) expect(territoriesNamed(resources, each.name), each.name).toContain(each.code);
      }
    expect(find(myropilska?.name ?? '').map(({ code }) => code)).toEqual([myropilska?.code]);
    expect(territoriesNamed(resources, `Миколаївська громада (${village})`)).toEqual([village]);
  });

  it('has no two that look alike in the whole list', () => {
    for (const country of ['UA', 'LT', 'LV'])
      for (const language of ['uk', 'en', 'lt'] as const) {
        const all = findTerritories(resources, { text: '', language, country, limit: 5_000 });
        const seen = new Set(all.map(({ label, within, level }) => `${level} ${label} (${within})`));
        expect(seen.size, `${country} ${language}`).toBe(all.length);
      }
  });

  it('finds Lithuanian and Latvian ones without their marks, and by country', () => {
    expect(find('siauliu', { language: 'lt' })[0]?.label).toBe('Šiaulių apskritis');
    expect(find('kekavas', { language: 'lv' })[0]).toMatchObject({ label: 'Ķekavas novads' });
    expect(find('Cesis', { language: 'en' })[0]).toMatchObject({ label: 'Cēsis Municipality' });
    expect(find('', { country: 'LV', limit: 100 }).every(({ country }) => country === 'LV')).toBe(true);
    expect(find('vilniaus', { country: 'UA' })).toEqual([]);
  });

  it('puts larger before smaller, beginnings before the rest, and finds codes', () => {
    const labels = find('полтавськ').map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['Полтавська область', 'Полтавський район', 'Полтавська громада']);
    expect(find(settlement.toLowerCase()).map(({ code }) => code)).toEqual([settlement]);
    expect(find('сумська', { limit: 2 })).toHaveLength(2);
    expect(find('немає такої')).toEqual([]);
  });

  it('gives those of many codes that are known', () => {
    const found = territoriesByCode(resources, [village, 'nowhere', 'LT-VL', village], 'lt');
    expect(found.map(({ code }) => code)).toEqual([village, 'LT-VL']);
    expect(territoryByCode(resources, 'nowhere', 'uk')).toBeNull();
  });
});

describe('a territory named in a table', () => {
  const named = (text: string) => territoriesNamed(resources, text);

  it.each([
    ['Сумська область', 'UA59000000000057109'],
    ['Сумська обл.', 'UA59000000000057109'],
    ['сумська обл', 'UA59000000000057109'],
    ['Sumska oblast', 'UA59000000000057109'],
    ['Сумський р-н', 'UA59080000000057897'],
    ['Київ', 'UA80000000000093317'],
    ['Миропільська громада, Сумський район', 'UA59080170000056499'],
    ['Сумська область, Миропільська громада', 'UA59080170000056499'],
    ['Верхньосироватська сільська територіальна громада', 'UA59080050000061215'],
    ['Верхньосироватська ОТГ', 'UA59080050000061215'],
    ['Верхньосироватська', 'UA59080050000061215'],
    [village, village],
    ['Vilniaus rajono savivaldybė', 'LT-58'],
    ['vilniaus raj. sav.', 'LT-58'],
    ['Ķekavas novads', 'LV-052'],
  ])('%s', (text, code) => {
    expect(named(text)).toEqual([code]);
  });

  it('is several where the name is not clear, and none where it is unknown', () => {
    expect(named('Миколаївська громада, Сумський район').toSorted()).toEqual([settlement, village]);
    expect(named('Миколаївська').length).toBeGreaterThan(5);
    expect(named('Атлантида')).toEqual([]);
    expect(named('')).toEqual([]);
  });
});
