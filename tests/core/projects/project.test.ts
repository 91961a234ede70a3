import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestProjects;
beforeEach(async () => (test = await makeProjects()));
afterEach(() => test.remove());

describe('a project', () => {
  it('is created in preparation, changed field by field and taken back', async () => {
    const id = await test.create();
    await test.projects.update({
      id,
      patch: { startsOn: '2026-01-01', endsOn: '2026-12-31', status: 'ongoing', leadId: test.group.organisations[0] },
    });
    const detail = await test.projects.get({ id });
    expect(detail).toMatchObject({
      title: 'Громади проти торгівлі людьми',
      status: 'ongoing',
      currency: 'UAH',
      group: 'ОРГ',
      lead: 'У1',
      startsOn: '2026-01-01',
      activities: 0,
      budget: [],
    });
    test.undo();
    expect((await test.projects.get({ id })).status).toBe('preparing');
    await test.projects.remove({ id });
    expect(await refusalCode(() => test.projects.get({ id }))).toBe('notFound');
    test.undo();
    expect((await test.projects.get({ id })).title).toBe('Громади проти торгівлі людьми');
  });

  it('refuses what cannot be, at the field it stands in', async () => {
    const id = await test.create();
    const update = (patch: object) => refusalOf(() => test.projects.update({ id, patch }));
    await test.projects.update({ id, patch: { endsOn: '2026-06-30' } });
    expect(await update({ startsOn: '2026-07-01' })).toMatchObject({ code: 'endBeforeStart', field: 'startsOn' });
    expect(await update({ startsOn: '2026-06-30', endsOn: '2026-06-29' })).toMatchObject({
      code: 'endBeforeStart',
      field: 'endsOn',
    });
    expect(await update({ startsOn: '2026-02-30' })).toMatchObject({ code: 'dayMalformed', field: 'startsOn' });
    expect(await update({ title: ' ' })).toMatchObject({ code: 'required', field: 'title' });
    expect(await update({ currency: 'XXQ' })).toMatchObject({ code: 'currencyUnknown', field: 'currency' });
    expect(await update({ groupId: id })).toMatchObject({ code: 'notFound', field: 'groupId' });
    expect(await update({ predecessorId: id })).toMatchObject({ code: 'predecessorCircle', field: 'predecessorId' });
  });
});
