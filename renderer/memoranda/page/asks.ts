import type { MemorandumDetail, ObligationRow, PartyView } from '../../../shared/contract/memoranda.ts';
import type { Finding } from '../acts/Findings.tsx';
import type { ObligationStart } from '../panel/ObligationDialog.tsx';

/** What the page asks in a sheet over it. */
export type Ask =
  | {
      kind: 'send' | 'agree' | 'sign' | 'terminate' | 'propose' | 'history' | 'term' | 'facts' | 'remove' | 'duplicate';
    }
  | { kind: 'clause' }
  | { kind: 'party'; party: PartyView | null }
  | { kind: 'obligation'; row: ObligationRow | null; start: ObligationStart }
  | { kind: 'amendment'; id: string | null };

const termFields = ['validity', 'startsOn', 'endsOn', 'renewMonths', 'noticeMonths', 'supersedesId', 'term'];

/** The sheet in which a finding is put right; null where its place is in the text. */
export const askFor = (finding: Finding, memorandum: MemorandumDetail): Ask | null => {
  const { entity, rowId, field } = finding;
  switch (entity) {
    case 'memorandum':
      if (/part/i.test(field)) return { kind: 'party', party: null };
      return { kind: termFields.includes(field) ? 'term' : 'facts' };
    case 'memorandumParty':
      return { kind: 'party', party: memorandum.partyRows.find(({ id }) => id === rowId) ?? null };
    case 'memorandumClause':
      return null;
    case 'obligation': {
      const row = memorandum.obligationRows.find(({ id }) => id === rowId) ?? null;
      return row === null ? null : { kind: 'obligation', row, start: { clauseId: null, text: '' } };
    }
  }
};
