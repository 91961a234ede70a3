import { today as dayOf } from '../../../shared/dates.ts';
import { actsOf, implementer, nowOf, type Core } from '../core.ts';
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
  const { doneTo, made } = actsOf(core);
  const today = () => dayOf(nowOf(core));
  return area.router({
    organisations: area.organisations.handler(() => listOrganisations(core.workspace(), today())),
    organisation: area.organisation.handler(({ input }) => readOrganisation(core.workspace(), input.id, today())),
    addOrganisation: area.addOrganisation.handler(made(addOrganisation)),
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
    removeOffice: area.removeOffice.handler(doneTo(removeOffice)),
    nameForms: area.nameForms.handler(({ input: { nameCases, ...name } }) => nameForms(name, nameCases)),
    groups: area.groups.handler(() => listGroups(core.workspace(), today())),
    group: area.group.handler(({ input }) => readGroup(core.workspace(), input.id, today())),
    addGroup: area.addGroup.handler(made(addGroup)),
    updateGroup: area.updateGroup.handler(({ input, context }) => {
      updateGroup(core.workspace(), core.author(context), input.id, input.patch, input.base);
      return {};
    }),
    removeGroup: area.removeGroup.handler(doneTo(removeGroup)),
    addSeat: area.addSeat.handler(made(addSeat)),
    updateSeat: area.updateSeat.handler(({ input, context }) => {
      updateSeat(core.workspace(), core.author(context), input.id, input.patch);
      return {};
    }),
    moveSeat: area.moveSeat.handler(({ input, context }) => {
      moveInGroup(core.workspace(), core.author(context), 'seat', input.id, input.to);
      return {};
    }),
    removeSeat: area.removeSeat.handler(doneTo(removeSeat)),
    addMember: area.addMember.handler(made(addMember)),
    updateMember: area.updateMember.handler(({ input, context }) => {
      updateMember(core.workspace(), core.author(context), input.id, input.patch);
      return {};
    }),
    handOverMember: area.handOverMember.handler(made(handOverMember)),
    moveMember: area.moveMember.handler(({ input, context }) => {
      moveInGroup(core.workspace(), core.author(context), 'membership', input.id, input.to);
      return {};
    }),
    removeMember: area.removeMember.handler(doneTo(removeMember)),
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
