/** The parts of a project on its own page, in their order; the address names them: `?part=risks`. */
export const aboutParts = [
  'basics',
  'objectives',
  'places',
  'partners',
  'lines',
  'milestones',
  'deliverables',
  'risks',
  'memoranda',
  'continuation',
] as const;
export type AboutPart = (typeof aboutParts)[number];
