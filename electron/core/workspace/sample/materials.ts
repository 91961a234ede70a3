import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysInRow } from '../../../../shared/rules/order.ts';
import { mediaTypeOf } from '../../files/mediaTypes.ts';
import { attachment } from '../../files/tables.ts';
import type { Writer } from '../../ledger/write.ts';
import type { OpenWorkspace } from '../open.ts';

/**
 * Keeps small files with a record, bytes and all, inside the write: a chosen file comes in a stream and takes its time,
 * the sample must be there at once or not at all. Each must fit one chunk of 1 MB.
 */
export function insertMaterials(
  w: Writer,
  { workspace, folder }: { workspace: OpenWorkspace; folder: string },
  owner: { ownerEntity: string; ownerId: string },
  materials: readonly { file: string; name: string }[],
) {
  const put = workspace.sqlite.prepare('INSERT OR IGNORE INTO attachment_chunk (sha256, n, bytes) VALUES (?, 0, ?)');
  const keys = keysInRow(materials.length);
  for (const [index, { file, name }] of materials.entries()) {
    const bytes = readFileSync(join(folder, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    put.run(sha256, bytes);
    const sortKey = keys[index] ?? 'a0';
    w.insert(attachment, { ...owner, name, mediaType: mediaTypeOf(name), size: bytes.length, sha256, sortKey });
  }
}
