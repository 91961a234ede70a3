import { keysInRow } from '../../../../shared/rules/order.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/write.ts';
import { addAmendedClause, addAmendment, signAmendment } from '../../memoranda/amendments.ts';
import { libraryClauseOf } from '../../memoranda/library.ts';
import { sign } from '../../memoranda/signing.ts';
import {
  memorandum,
  memorandumClause,
  memorandumParty,
  obligation,
  obligationDecision,
  obligationNote,
  obligationOccurrence,
} from '../../memoranda/tables.ts';
import type { OpenWorkspace } from '../open.ts';
import type { Theme } from './directory.ts';
import type { SampleMemorandum } from './format.ts';
import { createNames, type Names } from './names.ts';

/** What the sample's memoranda are made from. */
export interface Making {
  workspace: OpenWorkspace;
  author: Author;
  resources: string;
  theme: Theme;
  /** Memoranda of the theme by their keys. */
  memoranda: Names;
}

interface Parts {
  /** By the key of the organisation. */
  parties: Names;
  /** By the key of the library. */
  clauses: Names;
}

function insertParties(w: Writer, { theme }: Making, memorandumId: string, data: SampleMemorandum): Names {
  const parties = createNames('party');
  const keys = keysInRow(data.parties.length);
  for (const [index, { organisation, shortName, signatory, position, ground, approval }] of data.parties.entries())
    parties.give(
      organisation,
      w.insert(memorandumParty, {
        memorandumId,
        organisationId: theme.organisations.idOf(organisation),
        shortName,
        signatoryId: signatory === undefined ? null : theme.people.idOf(signatory),
        signatoryPosition: position,
        ground,
        approvalNeeded: approval !== undefined,
        approvalNumber: approval?.number ?? '',
        approvalOn: approval?.on ?? null,
        sortKey: keys[index] ?? 'a0',
      }),
    );
  return parties;
}

function insertClauses(w: Writer, making: Making, memorandumId: string, data: SampleMemorandum): Names {
  const clauses = createNames('clause');
  const keys = keysInRow(data.clauses.length);
  for (const [index, { library, heading, text }] of data.clauses.entries()) {
    const ready =
      library === undefined ? undefined : libraryClauseOf(making.workspace, making.resources, data.language, library);
    const id = w.insert(memorandumClause, {
      memorandumId,
      heading: heading ?? ready?.heading ?? '',
      text: text ?? ready?.text ?? '',
      numbered: ready?.numbered ?? true,
      libraryKey: library ?? '',
      sortKey: keys[index] ?? 'a0',
    });
    if (library !== undefined) clauses.give(library, id);
  }
  return clauses;
}

function insertObligations(w: Writer, { theme }: Making, memorandumId: string, data: SampleMemorandum, parts: Parts) {
  const keys = keysInRow(data.obligations.length);
  for (const [index, given] of data.obligations.entries()) {
    const { party, clause, status, periods, notes, decisions, text, repeat } = given;
    const obligationId = w.insert(obligation, {
      memorandumId,
      partyId: parts.parties.idOf(party),
      clauseId: clause === undefined ? null : parts.clauses.idOf(clause),
      text,
      dueOn: given.dueOn ?? null,
      repeat,
      repeatDay: given.repeatDay ?? null,
      repeatFrom: given.repeatFrom ?? null,
      repeatUntil: given.repeatUntil ?? null,
      status: status ?? 'open',
      doneOn: given.doneOn ?? null,
      sortKey: keys[index] ?? 'a0',
    });
    // The record of a period bears the obligation's id and the period's name, so that two devices make the same one.
    for (const one of periods)
      w.insert(obligationOccurrence, {
        id: `${obligationId}:${one.period}`,
        obligationId,
        period: one.period,
        status: one.status,
        doneOn: one.on ?? null,
      });
    for (const note of notes)
      w.insert(obligationNote, {
        obligationId,
        notedOn: note.on,
        personId: note.by === undefined ? null : theme.people.idOf(note.by),
        text: note.text,
      });
    for (const decision of decisions)
      w.insert(obligationDecision, { obligationId, decisionId: theme.decisions.idOf(decision) });
  }
}

/** Writes a draft with all its parts; returns its id and those of its clauses. */
function insertDraft(w: Writer, making: Making, data: SampleMemorandum): { id: string; clauses: Names } {
  const { theme, memoranda } = making;
  const id = w.insert(memorandum, {
    groupId: data.ofGroup ? theme.groupId : null,
    title: data.title,
    language: data.language,
    subject: data.subject,
    legalBasis: data.legalBasis,
    place: data.place,
    note: data.note,
    validity: data.validity,
    startsOn: data.startsOn ?? null,
    endsOn: data.endsOn ?? null,
    renewMonths: data.renewMonths ?? null,
    noticeMonths: data.noticeMonths ?? null,
    supersedesId: data.supersedes === undefined ? null : memoranda.idOf(data.supersedes),
  });
  memoranda.give(data.key, id);
  const parties = insertParties(w, making, id, data);
  const clauses = insertClauses(w, making, id, data);
  insertObligations(w, making, id, data, { parties, clauses });
  return { id, clauses };
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00`);

/** Writes a memorandum, signs it and its amendments by the program's own signing where they were signed. */
export function insertMemorandum(making: Making, data: SampleMemorandum) {
  const { workspace, author, resources } = making;
  const { id, clauses } = workspace.ledger.write(author, { label: 'workspace.sample' }, (w) =>
    insertDraft(w, making, data),
  );
  if (data.signed === undefined) return;
  const { on, number } = data.signed;
  sign(workspace, author, resources, { id, on, number, startsOn: data.startsOn ?? null }, noonOf(on));
  for (const { title, signed, clauses: changes } of data.amendments) {
    const day = noonOf(signed?.on ?? on);
    const amendmentId = addAmendment(workspace, author, { memorandumId: id, title }, day);
    for (const { change, clause, heading, text } of changes)
      addAmendedClause(workspace, author, {
        amendmentId,
        change,
        clauseId: clause === undefined ? null : clauses.idOf(clause),
        heading,
        text,
      });
    if (signed === undefined) continue;
    const startsOn = signed.startsOn ?? null;
    signAmendment(
      workspace,
      author,
      resources,
      { id: amendmentId, on: signed.on, number: signed.number, startsOn },
      day,
    );
  }
}
