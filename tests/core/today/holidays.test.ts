import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../electron/core/directory/tables.ts';
import { countryOf } from '../../../electron/core/today/country.ts';
import { holidaysBetween } from '../../../electron/core/today/holidays.ts';
import { setting } from '../../../electron/core/workspace/tables.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');

describe('public holidays', () => {
  it('are those of the country, in the language asked for', async () => {
    const ukraine = await holidaysBetween(resources, 'UA', 'uk', '2026-08-01', '2026-12-31');
    expect(ukraine.get('2026-08-24')).toBe('День Незалежності');
    expect(ukraine.get('2026-12-25')).toBe('Різдво Христове');
    expect((await holidaysBetween(resources, 'UA', 'en', '2026-08-01', '2026-08-31')).get('2026-08-24')).toBe(
      'Independence Day',
    );
    const lithuania = await holidaysBetween(resources, 'LT', 'lt', '2026-01-01', '2026-12-31');
    expect(lithuania.get('2026-02-16')).toBe('Lietuvos valstybės atkūrimo diena');
    expect(lithuania.has('2026-05-03')).toBe(false);
    const latvia = await holidaysBetween(resources, 'LV', 'lv', '2026-01-01', '2026-12-31');
    expect([...latvia.keys()]).toEqual(expect.arrayContaining(['2026-05-04', '2026-06-23', '2026-11-18']));
  });

  it('name a day off in lieu as one, in words of our own', async () => {
    const found = await holidaysBetween(resources, 'UA', 'uk', '2026-04-01', '2026-04-30');
    expect(found.get('2026-04-12')).toBe('Великдень');
    expect(found.get('2026-04-13')).toBe('Великдень (перенесений вихідний)');
  });

  it('keep the Ukrainian law of 2023: 8 May, not 9 May', async () => {
    const found = await holidaysBetween(resources, 'UA', 'uk', '2025-05-01', '2025-05-31');
    expect(found.has('2025-05-08')).toBe(true);
    expect(found.has('2025-05-09')).toBe(false);
  });

  it('keep article 73 of the Ukrainian Labour Code: 2 January is none, and a weekend moves to its Monday', async () => {
    const days = async (year: string) => [...(await holidaysBetween(resources, 'UA', 'uk', year, year)).keys()];
    const of2026 = await days('2026');
    expect(of2026).toContain('2026-01-01');
    expect(of2026).not.toContain('2026-01-02');
    // 9 May 2026 is a Saturday, but 8 May is a Friday: nothing moves
    expect(of2026.filter((day) => day.startsWith('2026-05'))).toEqual(['2026-05-01', '2026-05-08', '2026-05-31']);
    const of2017 = await days('2017');
    expect(of2017.filter((day) => day < '2017-01-10')).toEqual([
      '2017-01-01',
      '2017-01-02',
      '2017-01-07',
      '2017-01-09',
    ]);
    expect(of2017).not.toContain('2017-07-28');
    expect((await days('2016')).filter((day) => day < '2016-01-07')).toEqual(['2016-01-01']);
    expect(await days('2022')).toEqual(expect.arrayContaining(['2022-01-03', '2022-05-02', '2022-07-28']));
  });

  it('run over the turn of the year, and are none where no country is known', async () => {
    const found = await holidaysBetween(resources, 'LT', 'lt', '2026-12-20', '2027-01-05');
    expect(found.has('2026-12-26') && found.has('2027-01-01')).toBe(true);
    expect((await holidaysBetween(resources, null, 'en', '2026-12-20', '2027-01-05')).size).toBe(0);
  });
});

describe('the country of a workspace', () => {
  let made: TestWorkspace;
  beforeEach(async () => void (made = await makeWorkspace()));
  afterEach(() => made.remove());

  it('is that of its own agency, else that of the language', () => {
    expect(countryOf(made.workspace, resources, 'lt')).toBe('LT');
    expect(countryOf(made.workspace, resources, 'en')).toBeNull();
    made.workspace.ledger.write(made.author, { label: 'test.home' }, (w) => {
      const id = w.insert(organisation, { name: 'Home', territory: 'UA53000000000028050' });
      w.insert(setting, { id: 'homeAgency', value: JSON.stringify(id) });
    });
    expect(countryOf(made.workspace, resources, 'lt')).toBe('UA');
  });
});
