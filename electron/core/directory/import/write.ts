import { foldName } from '../../../../shared/rules/fold.ts';
import type { Writer } from '../../ledger/write.ts';
import { office, organisation, person } from '../tables.ts';
import type { OrganisationPlan } from './organisations.ts';
import type { OfficePlan, PersonPlan, WantedOrganisation } from './people.ts';

/** `wrote` is called after each row. */
export function writeOrganisations(w: Writer, rows: readonly OrganisationPlan[], wrote: () => void) {
  for (const { existing, fields } of rows) {
    if (existing) w.update(organisation, existing.id, fields);
    else w.insert(organisation, fields);
    wrote();
  }
}

/** The day an office begins that follows another, and the last day of that one. */
export interface Turn {
  today: string;
  before: string;
}

/** `wrote` is called after each row. */
export function writePeople(w: Writer, rows: readonly PersonPlan[], turn: Turn, wrote: () => void) {
  const made = new Map<string, string>();
  const organisationId = (wanted: WantedOrganisation | null): string | null => {
    if (wanted === null) return null;
    if ('id' in wanted) return wanted.id;
    const key = foldName(wanted.name);
    const id = made.get(key) ?? w.insert(organisation, { name: wanted.name });
    made.set(key, id);
    return id;
  };
  const writeOffice = (personId: string, plan: OfficePlan) => {
    const at = organisationId(plan.organisation);
    if (plan.act === 'fill') {
      w.update(office, plan.id, {
        ...(plan.position === null ? {} : { position: plan.position }),
        ...(at === null ? {} : { organisationId: at }),
      });
      return;
    }
    if (plan.act === 'follow') w.update(office, plan.after, { endsOn: turn.before });
    const startsOn = plan.act === 'follow' ? turn.today : null;
    w.insert(office, { personId, organisationId: at, position: plan.position, startsOn });
  };
  for (const { existing, fields } of rows) {
    const id = existing?.id ?? w.insert(person, fields.person);
    if (existing) w.update(person, id, fields.person);
    if (fields.office) writeOffice(id, fields.office);
    wrote();
  }
}
