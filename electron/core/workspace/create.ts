import type { OrganisationKind } from '../../../shared/vocabulary.ts';
import { office, organisation, person } from '../directory/tables.ts';
import type { OpenWorkspace } from './open.ts';
import { putSettings } from './settings.ts';

export interface Founding {
  agency: { name: string; shortName: string; kind: OrganisationKind; territory: string | null };
  person: { surname: string; givenName: string; patronymic: string; position: string };
}

/** The first records of a new workspace: the home agency and the person who works with it. */
export function foundWorkspace(workspace: OpenWorkspace, founding: Founding, session: string) {
  workspace.ledger.write({ person: 'unknown', session }, { label: 'workspace.create' }, (w) => {
    const homeAgency = w.insert(organisation, founding.agency);
    const { position, ...name } = founding.person;
    const me = w.insert(person, name);
    w.insert(office, { personId: me, organisationId: homeAgency, position });
    putSettings(w, new Set(), { homeAgency, me });
  });
}
