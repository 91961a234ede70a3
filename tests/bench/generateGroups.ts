import { membership, office, organisation, person, seat, workingGroup } from '../../electron/core/directory/tables.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import { title, type Random } from './phrases.ts';
import { author, sortKeyAt, type Size } from './size.ts';

export interface Group {
  id: string;
  members: { personId: string; organisationId: string; seatId: string }[];
}

/** Working groups, each with as many agencies and people of its own as it has seats. */
export function generateGroups(workspace: OpenWorkspace, size: Size, random: Random): Group[] {
  return Array.from({ length: size.groups }, (_, n) =>
    workspace.ledger.write(author, { label: 'directory.addGroup' }, (w) => {
      const id = w.insert(workingGroup, {
        name: `Робоча група ${n + 1}. ${title(random, 'uk')}`,
        shortName: `РГ ${n + 1}`,
      });
      const members = Array.from({ length: size.seats }, (__, at) => {
        const organisationId = w.insert(organisation, { name: `Установа ${n + 1}-${at + 1}` });
        const personId = w.insert(person, { surname: `Учасниця ${n + 1}-${at + 1}` });
        w.insert(office, { personId, organisationId, position: 'представниця' });
        const seatId = w.insert(seat, { groupId: id, organisationId, sortKey: sortKeyAt(at) });
        w.insert(membership, {
          groupId: id,
          personId,
          seatId,
          sortKey: sortKeyAt(at),
          role: at === 0 ? 'chair' : 'member',
        });
        return { personId, organisationId, seatId };
      });
      return { id, members };
    }),
  );
}
