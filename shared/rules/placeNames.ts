/**
 * Names of territories that tell namesakes apart: `Миколаївська громада (Сумський район)`, and where the district is the
 * same, `Миколаївська громада (UA59080130000022249)`.
 */

/** @param apart what tells it from its namesakes; empty where it has none */
export const nameApart = (label: string, apart: string): string => (apart === '' ? label : `${label} (${apart})`);

const ending = /^(?<label>.*) \((?<apart>[^()]*)\)$/u;

/** The two parts of such a name under a heading: nothing tells apart what the heading says already. */
export function underHeading(name: string, heading: string): { label: string; apart: string } {
  const { label, apart } = ending.exec(name)?.groups ?? {};
  if (label === undefined || apart === undefined) return { label: name, apart: '' };
  return { label, apart: apart === heading ? '' : apart };
}
