import { expect, test } from 'vitest';
import { organisation, person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { agendaItem, meeting, speech } from '../../../electron/core/meetings/tables.ts';
import { countUnsealed } from '../../../electron/core/exchange/sealing/outgoing.ts';
import { dueBatches } from '../../../electron/core/exchange/sealing/store.ts';
import { seal, share } from '../../fixtures/exchange.ts';
import { makeDevice, type Device } from '../../fixtures/ledger.ts';

/** A group in whose minutes speeches stand, five changes each. */
function groupWith(device: Device, speeches: number): { group: string; last: string } {
  return device.ledger.write(device.author, { label: 'test' }, (w) => {
    const body = w.insert(organisation, { name: 'Управління' });
    const people = Array.from({ length: 200 }, (_, n) =>
      w.insert(person, { surname: `Член ${n}`, phone: `+380 ${n}` }),
    );
    const group = w.insert(workingGroup, { name: 'Рада', organisationId: body });
    let itemId = '';
    let last = '';
    for (let n = 0; n < speeches; n += 1) {
      if (n % 400 === 0)
        itemId = w.insert(agendaItem, { meetingId: w.insert(meeting, { groupId: group }), title: `Питання ${n}` });
      last = w.insert(speech, {
        itemId,
        sortKey: `b${n}`,
        speakerId: people[n % people.length] ?? null,
        saidAt: '10:00',
        text: `Виступ ${n} про стан виконання попередніх рішень і про те, що лишилося зробити`,
      });
    }
    return { group, last };
  });
}

/** Seconds of processor time, so that a busy machine says the same. */
const seconds = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
};

test('sealing grows with what there is to seal, and one more change does not wait for all the others', () => {
  const made = [1_000, 100_000].map((changes) => {
    const device = makeDevice('a', Date.now, () => []);
    const { group, last } = groupWith(device, changes / 5);
    share(device, [group]);
    let sealed = 0;
    const whole = seconds(() => void (sealed = seal(device, [group]).changes));
    device.ledger.write(device.author, { label: 'test' }, (w) => w.update(speech, last, { text: 'інше' }));
    const counting = seconds(() => expect(countUnsealed(device, [group])).toBe(1));
    const more = seconds(() => expect(seal(device, [group]).changes).toBe(1));
    const bytes = dueBatches(device, [group], {}).reduce((sum, { packed }) => sum + packed, 0);
    return { sealed, whole, each: whole / sealed, counting, more, bytes };
  });
  console.info(made);
  const [small, large] = made;
  expect(large?.sealed).toBeGreaterThan(100_000);
  // A small workspace pays for statements that are prepared once; a large one must not pay more for each change.
  expect(large?.each).toBeLessThan((small?.each ?? 0) * 1.5);
  expect(large?.whole).toBeLessThan(10);
  expect(large?.more).toBeLessThan((large?.whole ?? 0) / 3);
});
