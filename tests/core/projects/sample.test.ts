// The three projects of the sources, as the sample workspace holds them: their figures come out as the sources tell them.
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectsProcedures } from '../../../electron/core/projects/procedures.ts';
import { everyActivity, everyProject } from '../../../shared/contract/projects.ts';
import { makeCore } from '../../fixtures/core.ts';
import { makeSampleWorkspace } from '../../fixtures/sample.ts';
import type { TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let projects: Awaited<ReturnType<typeof open>>;
const open = async () => {
  made = await makeSampleWorkspace();
  const { core } = makeCore(made);
  return createRouterClient(projectsProcedures(core), { context: { session: 'test' } });
};
beforeAll(async () => {
  projects = await open();
});
afterAll(() => made.remove());

const idOf = async (shortName: string): Promise<string> => {
  const { rows } = await projects.list({ ...everyProject, offset: 0, limit: 50 });
  return rows.find((row) => row.shortName === shortName)?.id ?? '';
};
const activitiesOf = async (projectId: string) =>
  (await projects.activities({ ...everyActivity, projectId, offset: 0, limit: 500 })).rows;

describe('the Sumy project', () => {
  it('has eighteen round tables, of which eleven were held', async () => {
    const tables = (await activitiesOf(await idOf('Громадський контроль у протидії торгівлі людьми'))).filter(
      ({ kind }) => kind === 'roundTable',
    );
    expect(tables).toHaveLength(18);
    expect(tables.filter(({ status }) => status === 'held')).toHaveLength(11);
  });

  it('shows which of its 51 communities still wait for their round table, and which nobody has reached', async () => {
    const coverage = await projects.coverage({
      projectId: await idOf('Громадський контроль у протидії торгівлі людьми'),
      asOf: '2017-03-31',
      kinds: [],
    });
    const at = coverage.kinds.indexOf('roundTable');
    const rows = coverage.districts.flatMap((district) => district.rows);
    expect(rows).toHaveLength(51);
    expect(coverage.totals[at]).toEqual({ held: 33, planned: 15, activitiesHeld: 11, activitiesPlanned: 7 });
    const never = rows.filter((row) => row.never).map(({ name }) => name);
    expect(never.toSorted((a, b) => a.localeCompare(b, 'uk'))).toEqual([
      'Дубов’язівська громада',
      'Новослобідська громада',
      'Попівська громада',
    ]);
    expect(coverage.never).toBe(3);
    expect(coverage.districts.map(({ name, reached, all }) => [name, reached, all])).toEqual([
      ['Конотопський район', 3, 8],
      ['Охтирський район', 6, 9],
      ['Роменський район', 5, 8],
      ['Сумський район', 12, 16],
      ['Шосткинський район', 7, 10],
    ]);
  });

  it('counts its indicators from the records', async () => {
    const rows = await projects.indicators({
      projectId: await idOf('Громадський контроль у протидії торгівлі людьми'),
    });
    expect(rows.map(({ title, actual, target }) => [title, actual, target])).toEqual([
      ['Круглі столи проведено', 11, 18],
      ['Громади, охоплені круглими столами', 33, 51],
      ['Громади, що ухвалили плани заходів', 9, 51],
      ['Громади, що погодили кампанію', 23, 51],
      ['Громади, що подають моніторинг', 28, 51],
      ['Адвокаційні зустрічі', 4, 10],
      ['Програми з фінансуванням', 2, 8],
      ['Договори соціального замовлення', 1, 4],
    ]);
  });

  it('began with the memorandum of the oblast council', async () => {
    const project = await projects.get({ id: await idOf('Громадський контроль у протидії торгівлі людьми') });
    expect(project.startsOn).toBe('2016-10-01');
    expect(project.memoranda).toHaveLength(1);
    expect(project.objectives).toHaveLength(4);
  });
});

describe('STROM', () => {
  it('was paid by three funders with 49,392, 50,000 and 5,488 euro', async () => {
    const money = await projects.money({ projectId: await idOf('STROM') });
    expect(money.funders.map(({ amount, currency, planned }) => [amount, currency, planned])).toEqual([
      [4_939_200, 'EUR', 4_939_200],
      [5_000_000, 'EUR', 5_000_000],
      [548_800, 'EUR', 548_800],
    ]);
    expect(money.totals).toMatchObject([{ currency: 'EUR', planned: 10_488_000 }]);
  });

  it('had a conference with 77 participants from 20 countries', async () => {
    const [found] = (await activitiesOf(await idOf('STROM'))).filter(({ participants }) => participants === 77);
    const conference = await projects.activity({ id: found?.id ?? '' });
    expect(conference).toMatchObject({ kind: 'conference', participants: 77, countries: 20 });
    expect(conference.warnings).toEqual([]);
  });

  it('works in ten countries with partners from six, and has its guidelines in all ten languages', async () => {
    const project = await projects.get({ id: await idOf('STROM') });
    expect(new Set(project.places.map(({ country }) => country)).size).toBe(10);
    expect(new Set(project.partners.map(({ country }) => country)).size).toBe(6);
    expect(project.deliverables[0]?.translations.map(({ language, state }) => `${language} ${state}`)).toEqual(
      ['da', 'et', 'fi', 'de', 'lv', 'lt', 'no', 'pl', 'ru', 'sv'].map((language) => `${language} published`),
    );
    expect(project.successors.map(({ title }) => title)).toEqual(['STROM II: vadlīniju ieviešana pašvaldībās']);
  });

  it('published the guidelines 69 days after its end', async () => {
    const { bars } = await projects.timeline({ projectId: await idOf('STROM') });
    expect(bars.find(({ title }) => title === 'Vadlīniju publicēšana')).toMatchObject({ number: '3.4', deviation: 69 });
  });
});

describe('the Vilnius project', () => {
  it('has two lines, one funder, and trainings told by profession', async () => {
    const id = await idOf('Socialinės atsakomybės didinimas');
    const project = await projects.get({ id });
    expect(project.lines).toHaveLength(2);
    expect([project.startsOn, project.endsOn]).toEqual(['2013-10-01', '2015-03-31']);
    expect((await projects.money({ projectId: id })).funders.map(({ name }) => name)).toEqual([
      'Europos socialinis fondas',
    ]);
    const trainings = (await activitiesOf(id)).filter(({ kind }) => kind === 'training');
    expect(trainings).toHaveLength(4);
    for (const training of trainings) {
      const { participantRows, participants, warnings } = await projects.activity({ id: training.id });
      const counted = participantRows.reduce((sum, { people }) => sum + (people ?? 0), 0);
      expect([counted, warnings]).toEqual([participants, []]);
    }
  });
});
