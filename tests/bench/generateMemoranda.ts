import { addDays, type IsoDay } from '../../shared/dates.ts';
import type { MemorandumStatus, ValidityKind } from '../../shared/vocabulary.ts';
import {
  memorandum,
  memorandumClause,
  memorandumParty,
  obligation,
  obligationNote,
} from '../../electron/core/memoranda/tables.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import type { Group } from './generateGroups.ts';
import { languageOf, sentence, sentences, title, type Random } from './phrases.ts';
import { sortKeyAt, type Size } from './size.ts';
import { writeMany } from './writeMany.ts';

const clauses = 9;
const obligations = 5;

/** Memoranda of fifteen years up to now: most have run out, some renew themselves, a few are still being drafted. */
export function generateMemoranda(
  workspace: OpenWorkspace,
  size: Size,
  groups: readonly Group[],
  random: Random,
  today: IsoDay,
) {
  const first = addDays(today, -15 * 365);
  writeMany(workspace, size.memoranda, 'memoranda.create', (w, n) => {
    const group = groups[n % groups.length];
    if (!group) return;
    const language = languageOf(n);
    const day = addDays(first, Math.floor(((n + 1) / size.memoranda) * 15 * 365));
    const status: MemorandumStatus =
      n % 25 === 24 ? 'terminated' : day > addDays(today, -60) ? (n % 2 === 0 ? 'draft' : 'agreed') : 'signed';
    const isSigned = status === 'signed' || status === 'terminated';
    const validity: ValidityKind = n % 5 === 0 ? 'autoRenewing' : n % 11 === 0 ? 'openEnded' : 'fixed';
    const memorandumId = w.insert(memorandum, {
      groupId: group.id,
      title: title(random, language),
      number: isSigned ? `М-${n + 1}` : '',
      language,
      subject: sentences(random, language, 2),
      legalBasis: sentence(random, language),
      status,
      agreedOn: status === 'draft' ? null : addDays(day, -10),
      signedOn: isSigned ? day : null,
      startsOn: isSigned ? day : null,
      validity,
      endsOn: validity === 'openEnded' ? null : addDays(day, 365 * (1 + (n % 3))),
      renewMonths: validity === 'autoRenewing' ? 12 : null,
      noticeMonths: validity === 'autoRenewing' ? 2 : null,
      terminatedOn: status === 'terminated' ? addDays(day, 200) : null,
    });
    const parties = [0, 1].map((k) => {
      const member = group.members[(n + k) % group.members.length];
      return w.insert(memorandumParty, {
        memorandumId,
        organisationId: member?.organisationId ?? null,
        signatoryId: member?.personId ?? null,
        signatoryPosition: 'голови',
        ground: 'положення',
        shortName: `Сторона ${k + 1}`,
        sortKey: sortKeyAt(k),
      });
    });
    const clauseIds = Array.from({ length: clauses }, (_, k) =>
      w.insert(memorandumClause, {
        memorandumId,
        heading: title(random, language),
        text: sentences(random, language, 4),
        sortKey: sortKeyAt(k),
      }),
    );
    for (let k = 0; k < obligations; k += 1) {
      const isPeriodic = isSigned && k === 4;
      const id = w.insert(obligation, {
        memorandumId,
        partyId: parties[k % 2] ?? '',
        clauseId: clauseIds[3 + (k % 2)] ?? null,
        text: sentence(random, language),
        dueOn: isPeriodic ? null : addDays(day, 60 + random(400)),
        ...(isPeriodic ? { repeat: 'quarter' as const, repeatDay: 15, repeatFrom: day } : {}),
        status: !isPeriodic && isSigned && random(5) > 0 ? 'done' : 'open',
        sortKey: sortKeyAt(k),
      });
      if (isSigned && random(5) === 0)
        w.insert(obligationNote, {
          obligationId: id,
          notedOn: addDays(day, 30 + random(60)),
          text: sentence(random, language),
        });
    }
  });
}
