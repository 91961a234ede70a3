import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { readAll, readOne, statement, type Reader } from '../../statements.ts';

/** What a partner's installation said that it has, when it last said so. */
export interface Peer {
  agencyId: string;
  incarnation: string;
  heardAt: string;
  have: ExchangeHave;
  /** Contents of files that it knows of but lacks. */
  wants: string[];
}

interface StoredPeer {
  agencyId: string;
  incarnation: string;
  heardAt: string;
  have: string;
  wants: string;
}

const read = (row: StoredPeer): Peer => ({
  ...row,
  have: JSON.parse(row.have) as ExchangeHave,
  wants: JSON.parse(row.wants) as string[],
});

/**
 * The installation of an agency that was heard last; null before its first word. Rule 17: what it says replaces what an
 * earlier one said, downward too. Of our own agency, that of our other computer.
 */
export function currentPeer(reader: Reader, agencyId: string, ownDevice: string): Peer | null {
  const row = readOne<StoredPeer>(
    reader,
    'SELECT * FROM peer WHERE agencyId = ? AND incarnation <> ? ORDER BY heardAt DESC, incarnation LIMIT 1',
    agencyId,
    ownDevice,
  );
  return row ? read(row) : null;
}

/** What came of a partner's word. */
export interface Heard {
  /** It is the first word of this installation, while an earlier one had spoken: restored, or a second computer. */
  isNewInstallation: boolean;
}

/**
 * Keeps what an installation said (rules 16 and 17). A word older than the last one of the same installation changes
 * nothing, so that packages may come in any order. Inside the caller's transaction.
 * @param now instant of hearing: a word from a clock that ran ahead counts as said now, or none said after the clock was
 *   put right would be believed until then
 */
export function hear(reader: Reader, said: Peer, files: readonly string[], now: string): Heard {
  const word = { ...said, heardAt: said.heardAt < now ? said.heardAt : now };
  const known = readAll<StoredPeer>(reader, 'SELECT * FROM peer WHERE agencyId = ?', word.agencyId);
  const same = known.find(({ incarnation }) => incarnation === word.incarnation);
  if (!same || same.heardAt <= word.heardAt)
    statement(
      reader.sqlite,
      `INSERT INTO peer (agencyId, incarnation, heardAt, have, wants) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET heardAt = excluded.heardAt, have = excluded.have, wants = excluded.wants`,
    ).run(word.agencyId, word.incarnation, word.heardAt, JSON.stringify(word.have), JSON.stringify(word.wants));
  const keepFile = statement(
    reader.sqlite,
    'INSERT INTO peer_file (agencyId, incarnation, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const sha256 of files) keepFile.run(word.agencyId, word.incarnation, sha256);
  const dropFile = statement(
    reader.sqlite,
    'DELETE FROM peer_file WHERE agencyId = ? AND incarnation = ? AND sha256 = ?',
  );
  for (const sha256 of word.wants) dropFile.run(word.agencyId, word.incarnation, sha256);
  return { isNewInstallation: !same && known.length > 0 };
}
