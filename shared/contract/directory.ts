import * as z from 'zod';
import { genders, memberRoles, numberingPeriods, organisationKinds, quorumKinds } from '../vocabulary.ts';
import { base, clocks, day, done, id, language, line, longText, procedure, ticket } from './base.ts';

export const organisationFields = z.object({
  name: line.min(1),
  shortName: line,
  kind: z.enum(organisationKinds),
  territory: z.string().max(40).nullable(),
  address: line,
  email: line,
  phone: line,
  website: line,
  note: longText,
});
export const organisationRow = organisationFields.extend({
  id,
  isHome: z.boolean(),
  people: z.number(),
  clocks,
});
export type OrganisationRow = z.infer<typeof organisationRow>;

/** Case → part → form: the user's own corrections of Ukrainian forms. */
export const nameCases = z.partialRecord(
  z.enum(['genitive', 'dative', 'accusative', 'instrumental', 'locative', 'vocative']),
  z.object({ surname: line.optional(), givenName: line.optional(), patronymic: line.optional() }),
);

export const officeFields = z.object({
  organisationId: id.nullable(),
  position: line,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
});
export const personFields = z.object({
  surname: line,
  givenName: line,
  patronymic: line,
  gender: z.enum(genders),
  email: line,
  phone: line,
  note: longText,
  nameCases: nameCases.nullable(),
});
export const personRow = personFields.extend({
  id,
  /** As lists show it, in the order of the workspace's language. */
  name: z.string(),
  /** The office of today, or of the day asked for. */
  position: z.string(),
  organisationId: id.nullable(),
  organisation: z.string(),
  clocks,
});
export type PersonRow = z.infer<typeof personRow>;
export const personDetail = personRow.extend({
  offices: z.array(officeFields.extend({ id, organisation: z.string(), clocks })),
  groups: z.array(z.object({ id, name: z.string(), role: z.enum(memberRoles) })),
});

export const groupFields = z.object({
  name: line.min(1),
  nameGenitive: line,
  shortName: line,
  legalBasis: line,
  territory: z.string().max(40).nullable(),
  quorumKind: z.enum(quorumKinds),
  quorumFixed: z.number().int().min(1).max(500).nullable(),
  numberingPattern: line.min(1),
  numberingPeriod: z.enum(numberingPeriods),
  termStartsOn: day.nullable(),
  language,
  place: line,
  organisationId: id.nullable(),
});
export const groupRow = groupFields.extend({
  id,
  seats: z.number(),
  members: z.number(),
  meetings: z.number(),
  lastMeetingOn: day.nullable(),
  clocks,
});
export type GroupRow = z.infer<typeof groupRow>;
export const seatRow = z.object({
  id,
  organisationId: id,
  organisation: z.string(),
  shortName: z.string(),
  votes: z.boolean(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  sortKey: z.string(),
});
export const membershipRow = z.object({
  id,
  personId: id,
  name: z.string(),
  position: z.string(),
  organisationId: id.nullable(),
  organisation: z.string(),
  seatId: id.nullable(),
  role: z.enum(memberRoles),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  sortKey: z.string(),
});
export const groupDetail = groupRow.extend({ seatRows: z.array(seatRow), memberRows: z.array(membershipRow) });
export type GroupDetail = z.infer<typeof groupDetail>;

export const territory = z.object({
  code: z.string(),
  level: z.enum(['region', 'district', 'municipality']),
  country: z.string(),
  /** With its type word in the language asked for, and what it lies in. */
  label: z.string(),
  within: z.string(),
});

/** Fields that a column of an imported table can stand for. */
export const importTargets = {
  people: [
    'surname',
    'givenName',
    'patronymic',
    'fullName',
    'position',
    'organisation',
    'email',
    'phone',
    'gender',
    'note',
  ],
  organisations: ['name', 'shortName', 'kind', 'territory', 'address', 'email', 'phone', 'website', 'note'],
} as const;
export const importKind = z.enum(['people', 'organisations']);
export const importSettings = z.object({
  ticket,
  kind: importKind,
  /** Sheet of a workbook; the first where null. */
  sheet: z.string().nullable(),
  encoding: z.enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1251']),
  delimiter: z.enum(['auto', ',', ';', '\t']),
  hasHeader: z.boolean(),
  /** Column index → target; guessed where null. */
  mapping: z.array(z.string().nullable()).nullable(),
});
export const importPreview = z.object({
  sheets: z.array(z.string()),
  encoding: z.string(),
  delimiter: z.string(),
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()), target: z.string().nullable() })),
  rows: z.array(
    z.object({
      /** Line in the file, counted from 1. */
      line: z.number(),
      values: z.record(z.string(), z.string()),
      outcome: z.enum(['new', 'update', 'duplicate', 'same', 'error']),
      /** Codes of `errors.json` with params. */
      problems: z.array(
        z.object({
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          column: z.string().nullable(),
        }),
      ),
      existing: z.object({ id, name: z.string() }).nullable(),
    }),
  ),
  counts: z.object({ new: z.number(), update: z.number(), duplicate: z.number(), same: z.number(), error: z.number() }),
  /** Rows in the file; `rows` holds the first 500 and all with problems up to 500. */
  total: z.number(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const directoryContract = {
  organisations: procedure.output(z.array(organisationRow)),
  addOrganisation: procedure.input(organisationFields.partial().extend({ name: line.min(1) })).output(z.object({ id })),
  updateOrganisation: procedure
    .input(z.object({ id, patch: organisationFields.partial(), base: base.optional() }))
    .output(done),
  removeOrganisation: procedure.input(z.object({ id })).output(done),
  /** Offices are those of `on`, or of today. */
  people: procedure.input(z.object({ on: day.nullable() })).output(z.array(personRow)),
  person: procedure.input(z.object({ id })).output(personDetail),
  addPerson: procedure
    .input(personFields.partial().extend({ surname: line.min(1), office: officeFields.partial().optional() }))
    .output(z.object({ id })),
  updatePerson: procedure.input(z.object({ id, patch: personFields.partial(), base: base.optional() })).output(done),
  removePerson: procedure.input(z.object({ id })).output(done),
  addOffice: procedure.input(officeFields.partial().extend({ personId: id })).output(z.object({ id })),
  updateOffice: procedure.input(z.object({ id, patch: officeFields.partial() })).output(done),
  removeOffice: procedure.input(z.object({ id })).output(done),
  /** The forms of a person's name in each Ukrainian case, with the user's corrections. */
  nameForms: procedure
    .input(personFields.pick({ surname: true, givenName: true, patronymic: true, gender: true, nameCases: true }))
    .output(
      z.array(
        z.object({
          case: z.string(),
          surname: z.string(),
          givenName: z.string(),
          patronymic: z.string(),
          corrected: z.boolean(),
        }),
      ),
    ),
  groups: procedure.output(z.array(groupRow)),
  group: procedure.input(z.object({ id })).output(groupDetail),
  addGroup: procedure.input(groupFields.partial().extend({ name: line.min(1) })).output(z.object({ id })),
  updateGroup: procedure.input(z.object({ id, patch: groupFields.partial(), base: base.optional() })).output(done),
  removeGroup: procedure.input(z.object({ id })).output(done),
  addSeat: procedure.input(z.object({ groupId: id, organisationId: id, votes: z.boolean() })).output(z.object({ id })),
  updateSeat: procedure
    .input(
      z.object({
        id,
        patch: z.object({ votes: z.boolean(), startsOn: day.nullable(), endsOn: day.nullable() }).partial(),
      }),
    )
    .output(done),
  moveSeat: procedure.input(z.object({ id, to: z.number().int().min(0) })).output(done),
  removeSeat: procedure.input(z.object({ id })).output(done),
  addMember: procedure
    .input(
      z.object({
        groupId: id,
        personId: id,
        seatId: id.nullable(),
        role: z.enum(memberRoles),
        startsOn: day.nullable(),
      }),
    )
    .output(z.object({ id })),
  updateMember: procedure
    .input(
      z.object({
        id,
        patch: z
          .object({
            seatId: id.nullable(),
            role: z.enum(memberRoles),
            startsOn: day.nullable(),
            endsOn: day.nullable(),
          })
          .partial(),
      }),
    )
    .output(done),
  moveMember: procedure.input(z.object({ id, to: z.number().int().min(0) })).output(done),
  removeMember: procedure.input(z.object({ id })).output(done),
  territories: procedure
    .input(
      z.object({
        text: line,
        language,
        country: z.string().max(2).nullable(),
        limit: z.number().int().min(1).max(100),
      }),
    )
    .output(z.array(territory)),
  territoryByCode: procedure.input(z.object({ code: z.string().max(40), language })).output(territory.nullable()),
  previewImport: procedure.input(importSettings).output(importPreview),
  /** Writes what the preview showed, as one change set that one undo takes back. */
  runImport: procedure
    .input(importSettings.extend({ mapping: z.array(z.string().nullable()), skipLines: z.array(z.number()) }))
    .output(z.object({ added: z.number(), updated: z.number(), skipped: z.number() })),
};
