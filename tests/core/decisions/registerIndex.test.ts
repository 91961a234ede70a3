import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignee, decision, execution, progressNote } from '../../../electron/core/decisions/tables.ts';
import { createRegister } from '../../../electron/core/decisions/register/derive.ts';
import { createDueObligations } from '../../../electron/core/due/obligations.ts';
import { office, organisation, person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { registry } from '../../../electron/core/entities.ts';
import { agendaItem, meeting } from '../../../electron/core/meetings/tables.ts';
import { memorandum, memorandumParty, obligation } from '../../../electron/core/memoranda/tables.ts';
import { play, type Act } from '../../fixtures/histories.ts';
import { makeDevice, type Device } from '../../fixtures/ledger.ts';

const entities = [...registry.entities.values()].filter((entity) => entity.minutes !== 'signature');
const relevant = [
  'meeting',
  'agendaItem',
  'decision',
  'decision',
  'assignee',
  'execution',
  'occurrence',
  'assigneeExecution',
  'progressNote',
  'attachment',
  'office',
  'memorandum',
  'memorandumParty',
  'obligation',
  'obligation',
  'obligationOccurrence',
].map((name) => entities.findIndex((entity) => entity.name === name));

const act: fc.Arbitrary<Act> = fc.record({
  device: fc.nat(1),
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('insert' as const) },
    { weight: 10, arbitrary: fc.constant('update' as const) },
    { weight: 3, arbitrary: fc.constant('remove' as const) },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
    { weight: 2, arbitrary: fc.constant('send' as const) },
  ),
  a: fc.constantFrom(...relevant),
  b: fc.nat(10_000),
  c: fc.nat(10_000),
});

/** Something of everything to begin with, known to both, so that histories reach into depth. */
function open(devices: readonly Device[]) {
  const [first, second] = devices;
  if (!first || !second) return;
  first.ledger.write(first.author, { label: 'test.open' }, (w) => {
    const groupId = w.insert(workingGroup, { name: 'Рада' });
    const organisationId = w.insert(organisation, { name: 'Поліція' });
    const personId = w.insert(person, { surname: 'Учасник' });
    w.insert(office, { personId, organisationId, position: 'посада' });
    for (const heldOn of ['2026-01-15', '2026-05-20']) {
      const meetingId = w.insert(meeting, { groupId, heldOn, status: 'draftMinutes', number: '4' });
      for (const title of ['Перше', 'Друге']) {
        const itemId = w.insert(agendaItem, { meetingId, title });
        for (const dueOn of ['2026-06-01', null]) {
          const id = w.insert(decision, { itemId, text: 'Подати звіт', dueOn });
          w.insert(assignee, { decisionId: id, ...(dueOn === null ? { personId } : { organisationId }) });
          w.insert(execution, { id, decisionId: id, repeat: dueOn === null ? 'quarter' : 'none', repeatDay: 20 });
          w.insert(progressNote, { decisionId: id, text: 'Триває' });
        }
      }
    }
    for (const validity of ['fixed', 'autoRenewing'] as const) {
      const signed = { status: 'signed' as const, signedOn: '2026-02-01', endsOn: '2026-12-31', renewMonths: 12 };
      const memorandumId = w.insert(memorandum, { groupId, validity, ...signed });
      const partyId = w.insert(memorandumParty, { memorandumId, organisationId });
      w.insert(obligation, { memorandumId, partyId, dueOn: '2026-09-01' });
      w.insert(obligation, { memorandumId, partyId, repeat: 'month' });
    }
  });
  first.ledger.seal();
  second.ledger.receive(first.ledger.sealed());
}

const deviceNamed = (name: string, now: () => number) =>
  makeDevice(name, now, (sqlite) => [createRegister(sqlite), createDueObligations(sqlite)]);

/** What is derived, with whole ids instead of the keys, which depend on the order of writing. */
function derived({ sqlite }: Pick<Device, 'sqlite'>) {
  const key = (column: string) => `(SELECT k.id FROM register_key k WHERE k.n = e.${column}) AS ${column}`;
  return {
    entries: sqlite
      .prepare(
        `SELECT ${['n', 'groupKey', 'meetingKey', 'organisationKey'].map(key).join(', ')}, heldOn, dueOn, status, repeat, item,
           place, assignees, assigneesDone, notes, evidence, numberOrder, textOrder FROM register_entry e ORDER BY 1`,
      )
      .all(),
    words: sqlite.prepare(`SELECT ${key('n')}, words FROM register_words e ORDER BY 1`).all(),
    assignees: sqlite
      .prepare(`SELECT ${key('n')}, ${key('organisationKey')} FROM register_assignee e ORDER BY 1, 2`)
      .all(),
    obligations: sqlite.prepare('SELECT * FROM due_obligation ORDER BY id').all(),
  };
}

/** Makes everything derived anew. */
function rebuilt({ sqlite }: Pick<Device, 'sqlite'>) {
  sqlite.exec("DELETE FROM derived_state WHERE name IN ('register', 'dueObligation')");
  createRegister(sqlite);
  createDueObligations(sqlite);
  return derived({ sqlite });
}

test('what is derived is after every history what it would be if made anew', () => {
  let entries = 0;
  let obligations = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), (acts) => {
      let time = Date.UTC(2026, 10, 21);
      const devices = [deviceNamed('a', () => time), deviceNamed('b', () => time)];
      open(devices);
      play(devices, acts, (millis) => (time += millis));
      for (const device of devices) {
        const kept = derived(device);
        entries += kept.entries.length;
        obligations += kept.obligations.length;
        expect(kept).toEqual(rebuilt(device));
        device.sqlite.close();
      }
    }),
    { numRuns: 60 },
  );
  expect(entries).toBeGreaterThan(500);
  expect(obligations).toBeGreaterThan(200);
});
