import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/languages.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, makeHome, type TestGroup } from '../../fixtures/group.ts';
import { holdMeeting } from '../../fixtures/minutes.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { pattern: '{n}' });
  makeHome(made, group);
  core = makeCore(made);
});
afterEach(() => made.remove());

const plan = (heldOn: string, language: Language = 'uk') =>
  core.meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn, language });

describe('carrying decisions over', () => {
  it('offers what earlier meetings decided and nobody has carried out, the nearest deadline first', async () => {
    const first = await holdMeeting(core, made, group, { on: '2026-01-15', decision: 'Без строку.' });
    const second = await holdMeeting(core, made, group, {
      on: '2026-02-12',
      decision: 'Подати звіт.',
      dueOn: '2026-03-31',
    });
    const done = await holdMeeting(core, made, group, { on: '2026-02-19', decision: 'Виконане.', dueOn: '2026-03-01' });
    await core.decisions.setExecution({ id: done.decisionId, status: 'done' });
    const other = makeGroup(made, { name: 'Інша група', members: 3 });
    await holdMeeting(core, made, other, { on: '2026-02-20', decision: 'Чуже.' });
    const later = await holdMeeting(core, made, group, { on: '2026-05-20', decision: 'Пізніше.' });

    await core.decisions.setAssignees({
      id: second.decisionId,
      assignees: [
        { organisationId: group.organisations[3] ?? null, personId: null, nameText: '' },
        { organisationId: null, personId: group.people[4] ?? null, nameText: '' },
      ],
    });
    await core.decisions.addNote({ id: second.decisionId, notedOn: '2026-03-01', text: 'Готується.' });
    await core.decisions.addNote({ id: second.decisionId, notedOn: '2026-03-20', text: 'Погоджується.' });
    made.clock.set('2026-04-01 09:00');
    const { id } = await plan('2026-04-16');
    const rows = await core.meetings.carryOver({ meetingId: id });
    expect(rows).toEqual([
      {
        decisionId: second.decisionId,
        number: '2/1.1',
        text: 'Подати звіт.',
        assignees: 'У4; Учасник5 Проба Тестівна',
        dueOn: '2026-03-31',
        status: 'overdue',
        note: 'Погоджується.',
      },
      {
        decisionId: first.decisionId,
        number: '1/1.1',
        text: 'Без строку.',
        assignees: '',
        dueOn: null,
        status: 'open',
        note: '',
      },
    ]);
    expect(rows.map(({ decisionId }) => decisionId)).not.toContain(later.decisionId);
    await core.decisions.setExecution({
      id: second.decisionId,
      status: 'inProgress',
      dueOn: '2026-06-30',
      reason: 'запит',
    });
    const moved = await core.meetings.carryOver({ meetingId: id });
    expect(moved[0]).toMatchObject({ dueOn: '2026-06-30', status: 'inProgress', note: 'запит' });
  });

  it('puts the item at the head of the agenda once, titled in the language of the meeting', async () => {
    await holdMeeting(core, made, group, { on: '2026-01-15', decision: 'Подати звіт.' });
    const titles: Record<string, string> = {};
    for (const language of ['uk', 'en', 'lt', 'lv'] as const) {
      const { id } = await plan('2026-04-16', language);
      await core.meetings.addItem({ meetingId: id, title: 'x', at: null });
      await core.meetings.addCarryOver({ meetingId: id });
      const [item] = (await core.meetings.get({ id })).itemRows;
      expect(item).toMatchObject({ kind: 'carryOver', position: 1 });
      titles[language] = item?.title ?? '';
      expect(await refusalCode(() => core.meetings.addCarryOver({ meetingId: id }))).toBe('carryOverThere');
    }
    expect(titles).toEqual({
      uk: 'Про стан виконання раніше ухвалених рішень',
      en: 'State of carrying out earlier decisions',
      lt: 'Dėl anksčiau priimtų nutarimų vykdymo eigos',
      lv: 'Par iepriekš pieņemto lēmumu izpildes gaitu',
    });
  });
});
