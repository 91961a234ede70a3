import { attachment } from '../../../electron/core/files/tables.ts';
import { decision } from '../../../electron/core/decisions/tables.ts';
import { organisation, person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { agendaItem, meeting, speech } from '../../../electron/core/meetings/tables.ts';
import { memorandum, memorandumClause, memorandumParty, obligation } from '../../../electron/core/memoranda/tables.ts';
import { find, type Findings, type Search } from '../../../electron/core/search/find.ts';
import type { TestWorkspace } from '../../fixtures/workspace.ts';

/** Two groups with what can be found of each kind. */
export function fillWorkspace({ workspace, author }: TestWorkspace) {
  return workspace.ledger.write(author, { label: 'test' }, (w) => {
    const groupId = w.insert(workingGroup, { name: 'Обласна координаційна рада', shortName: 'ОКР' });
    const otherGroupId = w.insert(workingGroup, { name: 'Darbo grupė kovai su prekyba žmonėmis', language: 'lt' });
    const meetingId = w.insert(meeting, {
      groupId,
      kind: 'roundTable',
      number: '5',
      title: 'Підсумки круглих столів у громадах',
      heldOn: '2025-03-12',
      place: 'м. Суми, зала засідань',
      note: 'Запросити управління освіти',
    });
    const otherMeetingId = w.insert(meeting, {
      groupId: otherGroupId,
      number: 'М-1',
      title: 'Savivaldybių susitikimas',
      heldOn: '2018-05-04',
      language: 'lt',
    });
    const firstItemId = w.insert(agendaItem, { meetingId, title: 'Про стан справ', sortKey: 'a0' });
    const itemId = w.insert(agendaItem, { meetingId, title: 'Про роботу притулку', sortKey: 'a1' });
    const speechId = w.insert(speech, {
      itemId,
      text: 'Обов’язки між установами розподілено на круглому столі.',
      speakerText: 'Член групи 7',
    });
    const firstDecisionId = w.insert(decision, { itemId, text: 'Взяти до відома', sortKey: 'a0' });
    const decisionId = w.insert(decision, { itemId, text: 'Забезпечити переклад для постраждалих', sortKey: 'a1' });
    const organisationId = w.insert(organisation, { name: 'Сумська міська рада', shortName: 'СМР' });
    const personId = w.insert(person, { surname: 'Зразкова', givenName: 'Олена' });
    const memorandumId = w.insert(memorandum, {
      groupId,
      title: 'про взаємодію у сфері протидії торгівлі людьми',
      number: '12/М',
      subject: 'Спільні заходи',
      status: 'signed',
      signedOn: '2025-06-01',
    });
    const partyId = w.insert(memorandumParty, { memorandumId, organisationId });
    const clauseId = w.insert(memorandumClause, {
      memorandumId,
      heading: 'Предмет',
      text: 'Сторони **співпрацюють** у [[place:місті Суми]] та [[party.1.name]]',
    });
    const obligationId = w.insert(obligation, { memorandumId, partyId, text: 'Проводити щорічний моніторинг' });
    const attachmentId = w.insert(attachment, {
      ownerEntity: 'meeting',
      ownerId: meetingId,
      name: 'Довідка про притулки.pdf',
      size: 1,
      sha256: 'no such content',
    });
    return {
      groupId,
      otherGroupId,
      meetingId,
      otherMeetingId,
      firstItemId,
      itemId,
      speechId,
      firstDecisionId,
      decisionId,
      organisationId,
      personId,
      memorandumId,
      clauseId,
      obligationId,
      attachmentId,
    };
  });
}

export const everywhere: Omit<Search, 'text'> = {
  areas: [],
  groupId: null,
  from: null,
  until: null,
  offset: 0,
  limit: 100,
};

export const search = (made: TestWorkspace, text: string, more: Partial<Search> = {}): Findings =>
  find(made.workspace, { ...everywhere, text, ...more }, '2026-03-12');

/** What is found, as `entity id`, the best first. */
export const keys = (found: Findings): string[] => found.results.map(({ entity, id }) => `${entity} ${id}`);

/** The whole index as it does not depend on the order of writing. */
export const indexOf = ({ workspace: { sqlite } }: TestWorkspace): unknown[] =>
  sqlite
    .prepare(
      `SELECT t.entity, t.id, t.part, t.n / 1048576 AS place, coalesce(g.id, '') AS groupId
       FROM search_text t LEFT JOIN search_group g ON g.n = t.groupKey ORDER BY t.entity, t.id, t.part`,
    )
    .all();
