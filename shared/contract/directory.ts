import * as z from 'zod';
import { genders, memberRoles, numberingPeriods, organisationKinds, quorumKinds } from '../vocabulary.ts';
import { base, clocks, day, done, id, language, line, longText, longWork, procedure, ticket } from './base.ts';

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
  /** People with an office there today. */
  people: z.number(),
});
export type OrganisationRow = z.infer<typeof organisationRow>;
export const organisationDetail = organisationRow.extend({
  clocks,
  /** Everybody who holds or held an office there. */
  peopleRows: z.array(
    z.object({
      /** Of the person. */
      id,
      name: z.string(),
      position: z.string(),
      startsOn: day.nullable(),
      endsOn: day.nullable(),
    }),
  ),
  /** Groups in which it has or had a seat. */
  groupRows: z.array(
    z.object({
      /** Of the group. */
      id,
      name: z.string(),
      votes: z.boolean(),
      startsOn: day.nullable(),
      endsOn: day.nullable(),
    }),
  ),
});
export type OrganisationDetail = z.infer<typeof organisationDetail>;

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
export const personRow = personFields.omit({ nameCases: true }).extend({
  id,
  /** As lists show it, in the order of the workspace's language. */
  name: z.string(),
  /** The office of today, or of the day asked for. */
  position: z.string(),
  organisationId: id.nullable(),
  organisation: z.string(),
});
export type PersonRow = z.infer<typeof personRow>;
export const personDetail = personRow.extend({
  nameCases: nameCases.nullable(),
  clocks,
  offices: z.array(officeFields.extend({ id, organisation: z.string(), clocks })),
  groups: z.array(
    z.object({
      /** Of the group. */
      id,
      name: z.string(),
      role: z.enum(memberRoles),
      startsOn: day.nullable(),
      endsOn: day.nullable(),
    }),
  ),
});
export type PersonDetail = z.infer<typeof personDetail>;

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
export type SeatRow = z.infer<typeof seatRow>;
export type MembershipRow = z.infer<typeof membershipRow>;
export const groupDetail = groupRow.extend({
  clocks,
  seatRows: z.array(seatRow),
  memberRows: z.array(membershipRow),
});
export type GroupDetail = z.infer<typeof groupDetail>;

export const territory = z.object({
  code: z.string(),
  level: z.enum(['region', 'district', 'municipality']),
  country: z.string(),
  /** With its type word in the language asked for. */
  label: z.string(),
  /**
   * The label as it stands alone: where the country has another of the same, with the district in brackets; with the code
   * where that is the same as well.
   */
  name: z.string(),
  /** What it lies in; where two of one name lie in the same place, the code too. */
  within: z.string(),
});
export type Territory = z.infer<typeof territory>;

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
export type ImportKind = z.infer<typeof importKind>;
/** Windows-1251 is what Ukrainian programs write, Windows-1257 Lithuanian and Latvian ones. */
export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1257'] as const;
export const importDelimiters = [',', ';', '\t'] as const;
export const importSettings = z.object({
  ticket,
  kind: importKind,
  /** Sheet of a workbook; the first where null. */
  sheet: z.string().nullable(),
  encoding: z.enum(['auto', ...importEncodings]),
  delimiter: z.enum(['auto', ...importDelimiters]),
  /** Whether a row names the columns; guessed where null. Rows above it are left out. */
  hasHeader: z.boolean().nullable(),
  /** Column index → target; guessed where null. */
  mapping: z.array(z.string().nullable()).nullable(),
});
export type ImportSettings = z.infer<typeof importSettings>;

/** Something to say about a row, as a code of `errors.json` with what its text names. */
const importRemark = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  column: z.string().nullable(),
});
export type ImportRemark = z.infer<typeof importRemark>;
export const importResult = z.object({ added: z.number(), updated: z.number(), skipped: z.number() });
export type ImportResult = z.infer<typeof importResult>;
export const importOutcomes = ['new', 'update', 'duplicate', 'same', 'error'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];
export const importPreview = z.object({
  fileName: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** Empty for a workbook. */
  encoding: z.string(),
  delimiter: z.string(),
  hasHeader: z.boolean(),
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()), target: z.string().nullable() })),
  rows: z.array(
    z.object({
      /** Line in the file, counted from 1. */
      line: z.number(),
      values: z.record(z.string(), z.string()),
      outcome: z.enum(importOutcomes),
      /** Why the row is refused or left out. */
      problems: z.array(importRemark),
      /** What else is worth knowing before it is taken. */
      notes: z.array(importRemark),
      /** What would be different in the existing record. */
      changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
      existing: z.object({ id, name: z.string() }).nullable(),
    }),
  ),
  counts: z.object({ new: z.number(), update: z.number(), duplicate: z.number(), same: z.number(), error: z.number() }),
  /** Rows in the file; `rows` holds the first 500 of them and the first 500 with problems. */
  total: z.number(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const directoryContract = {
  organisations: procedure.output(z.array(organisationRow)),
  organisation: procedure.input(z.object({ id })).output(organisationDetail),
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
  addOffice: procedure
    .input(
      officeFields.partial().extend({
        personId: id,
        /** An office that ends on the day before this one begins. */
        after: id.nullable().optional(),
      }),
    )
    .output(z.object({ id })),
  updateOffice: procedure.input(z.object({ id, patch: officeFields.partial(), base: base.optional() })).output(done),
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
  addSeat: procedure
    .input(z.object({ groupId: id, organisationId: id, votes: z.boolean(), startsOn: day.nullable().optional() }))
    .output(z.object({ id })),
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
  /** Ends a membership on the day before and begins one of somebody else, of the same role and seat, on the day. */
  handOverMember: procedure.input(z.object({ id, personId: id, on: day })).output(z.object({ id })),
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
  /** Those of the codes that are known. */
  territoriesByCode: procedure
    .input(z.object({ codes: z.array(z.string().max(40)).max(5_000), language }))
    .output(z.array(territory)),
  previewImport: procedure.input(importSettings).output(importPreview),
  /** Writes what the preview showed, as one change set that one undo takes back. */
  runImport: procedure
    .input(importSettings.extend({ mapping: z.array(z.string().nullable()), skipLines: z.array(z.number()) }))
    .output(longWork(importResult)),
};
