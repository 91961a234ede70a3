// What stands in a project is found by its words, opens where it belongs, and goes with its project.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activity, deliverable, project } from '../../../electron/core/projects/tables.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';
import { keys, search } from './records.ts';

let made: TestWorkspace;
let at: { projectId: string; activityId: string; deliverableId: string };
beforeAll(async () => {
  made = await makeWorkspace();
  at = made.workspace.ledger.write({ person: 'p', session: 's' }, { label: 'test' }, (w) => {
    const projectId = w.insert(project, {
      title: 'Зміцнення громадського контролю',
      shortName: 'Контроль',
      number: 'UA-17',
      startsOn: '2016-10-01',
    });
    const activityId = w.insert(activity, {
      projectId,
      title: 'Навчання сільських голів',
      outcome: 'Голови знають, куди направляти постраждалих',
      plannedFrom: '2016-11-10',
    });
    const deliverableId = w.insert(deliverable, { projectId, title: 'Посібник для громад', dueOn: '2017-02-01' });
    return { projectId, activityId, deliverableId };
  });
});
afterAll(() => made.remove());

test.each([
  ['громадський контроль', () => `project ${at.projectId}`],
  ['UA-17', () => `project ${at.projectId}`],
  ['сільський голова ', () => `activity ${at.activityId}`],
  ['постраждалий ', () => `activity ${at.activityId}`],
  ['посібники', () => `deliverable ${at.deliverableId}`],
])('%s', (text, wanted) => expect(keys(search(made, text))).toContain(wanted()));

test('a result says where it opens, of which project and when', () => {
  expect(search(made, 'сільських голів', { areas: ['projects'] }).results[0]).toMatchObject({
    title: 'Навчання сільських голів',
    context: 'Контроль',
    day: '2016-11-10',
    place: { projectId: at.projectId },
  });
  expect(search(made, 'сільських голів', { areas: ['meetings'] }).total).toBe(0);
  expect(search(made, 'сільських голів', { from: '2017-01-01' }).total).toBe(0);
});

test('what belongs to a removed project is not found any more', () => {
  made.workspace.ledger.write({ person: 'p', session: 's' }, { label: 'test' }, (w) => w.remove(project, at.projectId));
  expect(search(made, 'сільських голів').total).toBe(0);
  expect(search(made, 'посібник').total).toBe(0);
});
