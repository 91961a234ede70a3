import { readOne, type Reader } from '../statements.ts';

/** What our directory calls an agency; '' where it is not in it. */
export const organisationName = (reader: Reader, agencyId: string): string =>
  readOne<{ name: string }>(reader, 'SELECT name FROM organisation WHERE id = ?', agencyId)?.name ?? '';

/** The name of the agency that a stream's origin or a device is of; '' for our own. Each is looked up once. */
export function agencyNames(reader: Reader, own: string) {
  const named = (agencyId: string): string =>
    readOne<{ name: string }>(
      reader,
      'SELECT name FROM agency_card WHERE agencyId = ? AND removed = 0 ORDER BY id DESC LIMIT 1',
      agencyId,
    )?.name ?? organisationName(reader, agencyId);
  const ofAgency = (agencyId: string): string => (agencyId === own ? '' : named(agencyId));
  const known = new Map<string, string>();
  const remembered = (key: string, find: () => string): string => {
    const name = known.get(key) ?? find();
    known.set(key, name);
    return name;
  };
  return {
    /** Whoever's, our own too. */
    named,
    ofAgency: (agencyId: string) => remembered(agencyId, () => ofAgency(agencyId)),
    ofDevice: (device: string) =>
      remembered(`device ${device}`, () => {
        const stream = readOne<{ origin: string }>(
          reader,
          'SELECT origin FROM stream WHERE device = ? LIMIT 1',
          device,
        );
        return stream ? ofAgency(stream.origin) : '';
      }),
  };
}
