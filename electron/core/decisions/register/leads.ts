import { initialsAndSurname } from '../../../../shared/rules/names/written.ts';
import { asList, groupBy, readAll, type Reader } from '../../statements.ts';

interface StoredAssignee {
  surname: string;
  givenName: string;
  patronymic: string;
  decisionId: string;
  nameText: string;
  organisation: string;
}

const nameOf = (one: StoredAssignee): string => one.organisation || initialsAndSurname(one).trim() || one.nameText;

/**
 * Who answers for decisions, in the few letters a list has: the first assignee, and the others as «Ліга + 2». By the
 * organisation's short name, else the person's, else as written.
 */
export function leadsOf(reader: Reader, decisionIds: readonly string[]): Map<string, { lead: string; others: string }> {
  const rows = readAll<StoredAssignee>(
    reader,
    `SELECT a.decisionId, a.nameText, coalesce(nullif(g.shortName, ''), g.name, '') AS organisation,
       coalesce(p.surname, '') AS surname, coalesce(p.givenName, '') AS givenName,
       coalesce(p.patronymic, '') AS patronymic
     FROM json_each(?) j CROSS JOIN assignee a ON a.decisionId = j.value AND a.removed = 0
       LEFT JOIN organisation g ON g.id = a.organisationId LEFT JOIN person p ON p.id = a.personId
     ORDER BY a.sortKey, a.id`,
    asList(decisionIds),
  );
  return new Map(
    [...groupBy(rows, ({ decisionId }) => decisionId)].map(([id, [first, second, ...more]]) => [
      id,
      {
        lead: first ? nameOf(first) : '',
        others: second ? `${nameOf(second)}${more.length === 0 ? '' : ` + ${more.length}`}` : '',
      },
    ]),
  );
}
