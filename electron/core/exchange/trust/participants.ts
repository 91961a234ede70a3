import { AppError } from '../../../../shared/errors.ts';
import type { Author } from '../../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { readSettings } from '../../workspace/settings.ts';
import { exchangeMember } from '../tables.ts';

/** Working groups with those who take part in their exchange; a group without any exchanges with nobody. */
export const listParticipants = (reader: Reader): { id: string; name: string; agencyIds: string[] }[] =>
  readAll<{ id: string; name: string; agencyIds: string }>(
    reader,
    `SELECT g.id, g.name, (SELECT json_group_array(m.agencyId) FROM exchange_member m WHERE m.groupId = g.id AND m.removed = 0) AS agencyIds
     FROM working_group g WHERE g.removed = 0 ORDER BY g.name, g.id`,
  ).map(({ agencyIds, ...group }) => ({
    ...group,
    agencyIds: [...new Set(JSON.parse(agencyIds) as string[])].toSorted(),
  }));

/** Scopes that have participants at all: what is sealed. */
export const sharedScopes = (reader: Reader): string[] =>
  readAll<{ groupId: string }>(
    reader,
    `SELECT DISTINCT m.groupId FROM exchange_member m JOIN working_group g ON g.id = m.groupId
     WHERE m.removed = 0 AND g.removed = 0 ORDER BY m.groupId`,
  ).map(({ groupId }) => groupId);

/** Scopes that we share with an agency; with our own agency those that our other computer takes part in. */
export const scopesWith = (reader: Reader, agencyId: string): string[] =>
  readAll<{ groupId: string }>(
    reader,
    `SELECT DISTINCT m.groupId FROM exchange_member m JOIN working_group g ON g.id = m.groupId
     WHERE m.agencyId = ? AND m.removed = 0 AND g.removed = 0 ORDER BY m.groupId`,
    agencyId,
  ).map(({ groupId }) => groupId);

/**
 * Sets who takes part in a group's exchange (rule 15: for this agency alone). Throws `notFound` where the group or a
 * card of an agency is not here.
 */
export function setParticipants(
  workspace: OpenWorkspace,
  author: Author,
  input: { groupId: string; agencyIds: readonly string[] },
) {
  const group = readOne(workspace, 'SELECT 1 FROM working_group WHERE id = ? AND removed = 0', input.groupId);
  if (!group) throw new AppError('notFound', { what: 'workingGroup' });
  const wanted = new Set(input.agencyIds);
  const here = readAll<{ id: string; agencyId: string }>(
    workspace,
    'SELECT id, agencyId FROM exchange_member WHERE groupId = ? AND removed = 0',
    input.groupId,
  );
  const own = readSettings(workspace).homeAgency;
  const known = new Set(
    readAll<{ agencyId: string }>(workspace, 'SELECT agencyId FROM agency_card WHERE removed = 0').map(
      ({ agencyId }) => agencyId,
    ),
  );
  // Our other computer exchanges with this one like a partner.
  if (own !== null) known.add(own);
  for (const agencyId of wanted) if (!known.has(agencyId)) throw new AppError('notFound', { what: 'agencyCard' });
  workspace.ledger.write(author, { label: 'exchange.setParticipants' }, (w) => {
    const kept = new Set<string>();
    for (const { id, agencyId } of here) {
      if (wanted.has(agencyId) && !kept.has(agencyId)) kept.add(agencyId);
      else w.remove(exchangeMember, id);
    }
    for (const agencyId of wanted)
      if (!kept.has(agencyId)) w.insert(exchangeMember, { groupId: input.groupId, agencyId });
  });
}
