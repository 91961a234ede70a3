import { today as dayOf } from '../../../shared/dates.ts';
import { implementer, type Core } from '../core.ts';
import { addGroup, listGroups, readGroup, removeGroup, updateGroup } from './groups.ts';
import { previewImport, runImport } from './import/import.ts';
import { addMember, handOverMember, removeMember, updateMember } from './members.ts';
import { nameForms } from './nameForms.ts';
import { addOffice, removeOffice, updateOffice } from './offices.ts';
import {
  addOrganisation,
  listOrganisations,
  readOrganisation,
  removeOrganisation,
  updateOrganisation,
} from './organisations.ts';
import { addPerson, listPeople, readPerson, removePerson, updatePerson } from './people.ts';
import { addSeat, moveInGroup, removeSeat, updateSeat } from './seats.ts';
import { findTerritories, territoriesByCode, territoryByCode } from './territories.ts';

const { directory: area } = implementer;

export const directoryProcedures = (core: Core) => {
  const today = () => dayOf(new Date((core.ports.now ?? Date.now)()));
  return area.router({
    organisations: area.organisations.handler(() => listOrganisations(core.workspace(), today())),
    organisation: area.organisation.handler(({ input }) => readOrganisation(core.workspace(), input.id, today())),
    addOrganisation: area.addOrganisation.handler(({ input, context }) => ({
      id: addOrganisation(core.workspace(), core.author(context), input),
    })),
    updateOrganisation: area.updateOrganisation.handler(({ input, context }) => {
      updateOrganisation(core.workspace(), core.author(context), input.id, input.patch, input.base);
      return {};
    }),
    removeOrganisation: area.removeOrganisation.handler(({ input, context }) => {
      removeOrganisation(core.workspace(), core.author(context), input.id, today());
      return {};
    }),
    people: area.people.handler(({ input }) => listPeople(core.workspace(), input.on ?? today())),
    person: area.person.handler(({ input }) => readPerson(core.workspace(), input.id, today())),
    addPerson: area.addPerson.handler(({ input: { office, ...fields }, context }) => ({
      id: addPerson(core.workspace(), core.author(context), fields, office),
    })),
    updatePerson: area.updatePerson.handler(({ input, context }) => {
      updatePerson(core.workspace(), core.author(context), input.id, input.patch, input.base);
      return {};
    }),
    removePerson: area.removePerson.handler(({ input, context }) => {
      removePerson(core.workspace(), core.author(context), input.id, today());
      return {};
    }),
    addOffice: area.addOffice.handler(({ input: { personId, after, ...fields }, context }) => ({
      id: addOffice(core.workspace(), core.author(context), personId, fields, after),
    })),
    updateOffice: area.updateOffice.handler(({ input, context }) => {
      updateOffice(core.workspace(), core.author(context), input.id, input.patch, input.base);
      return {};
    }),
    removeOffice: area.removeOffice.handler(({ input, context }) => {
      removeOffice(core.workspace(), core.author(context), input.id);
      return {};
    }),
    nameForms: area.nameForms.handler(({ input: { nameCases, ...name } }) => nameForms(name, nameCases)),
    groups: area.groups.handler(() => listGroups(core.workspace(), today())),
    group: area.group.handler(({ input }) => readGroup(core.workspace(), input.id, today())),
    addGroup: area.addGroup.handler(({ input, context }) => ({
      id: addGroup(core.workspace(), core.author(context), input),
    })),
    updateGroup: area.updateGroup.handler(({ input, context }) => {
      updateGroup(core.workspace(), core.author(context), input.id, input.patch, input.base);
      return {};
    }),
    removeGroup: area.removeGroup.handler(({ input, context }) => {
      removeGroup(core.workspace(), core.author(context), input.id);
      return {};
    }),
    addSeat: area.addSeat.handler(({ input, context }) => ({
      id: addSeat(core.workspace(), core.author(context), input),
    })),
    updateSeat: area.updateSeat.handler(({ input, context }) => {
      updateSeat(core.workspace(), core.author(context), input.id, input.patch);
      return {};
    }),
    moveSeat: area.moveSeat.handler(({ input, context }) => {
      moveInGroup(core.workspace(), core.author(context), 'seat', input.id, input.to);
      return {};
    }),
    removeSeat: area.removeSeat.handler(({ input, context }) => {
      removeSeat(core.workspace(), core.author(context), input.id);
      return {};
    }),
    addMember: area.addMember.handler(({ input, context }) => ({
      id: addMember(core.workspace(), core.author(context), input),
    })),
    updateMember: area.updateMember.handler(({ input, context }) => {
      updateMember(core.workspace(), core.author(context), input.id, input.patch);
      return {};
    }),
    handOverMember: area.handOverMember.handler(({ input, context }) => ({
      id: handOverMember(core.workspace(), core.author(context), input),
    })),
    moveMember: area.moveMember.handler(({ input, context }) => {
      moveInGroup(core.workspace(), core.author(context), 'membership', input.id, input.to);
      return {};
    }),
    removeMember: area.removeMember.handler(({ input, context }) => {
      removeMember(core.workspace(), core.author(context), input.id);
      return {};
    }),
    territories: area.territories.handler(({ input }) => findTerritories(core.ports.resources, input)),
    territoryByCode: area.territoryByCode.handler(({ input }) =>
      territoryByCode(core.ports.resources, input.code, input.language),
    ),
    territoriesByCode: area.territoriesByCode.handler(({ input }) =>
      territoriesByCode(core.ports.resources, input.codes, input.language),
    ),
    previewImport: area.previewImport.handler(({ input }) => previewImport(core, input)),
    runImport: area.runImport.handler(({ input, context, signal }) =>
      core.longWorks.run(context.session, signal, (how) => runImport(core, core.author(context), input, how)),
    ),
  });
};
