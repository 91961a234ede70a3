/** Pulls exact counts of bytes out of a stream of pieces. */
export interface ByteReader {
  /** Exactly `count` bytes, or as many as were left where the stream ends before. */
  read(count: number): Promise<Buffer>;
  /** Up to and with the next newline, at most `most` bytes; ends without a newline where there is none so far. */
  line(most: number): Promise<Buffer>;
  /** The next `count` bytes in the pieces that they come in; fewer where the stream ends before. */
  pieces(count: number): AsyncGenerator<Buffer>;
  /** Whether the stream has ended; reads on to know. */
  ended(): Promise<boolean>;
}

const nothing = Buffer.alloc(0);
const newline = 0x0a;

/** Holds no more than one piece of the stream. */
export function createByteReader(source: AsyncIterator<Uint8Array>): ByteReader {
  let piece: Buffer = nothing;
  let isOver = false;
  /** Makes sure that a byte is at hand; false at the end. */
  const fill = async (): Promise<boolean> => {
    while (piece.length === 0 && !isOver) {
      const next = await source.next();
      if (next.done === true) isOver = true;
      else piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return piece.length > 0;
  };
  const take = (count: number): Buffer => {
    const taken = piece.subarray(0, count);
    piece = piece.subarray(taken.length);
    return taken;
  };
  async function* pieces(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0 && (await fill());) {
      const taken = take(left);
      left -= taken.length;
      yield taken;
    }
  }
  return {
    pieces,
    async read(count) {
      const parts: Buffer[] = [];
      for await (const part of pieces(count)) parts.push(part);
      return parts.length === 1 ? (parts[0] ?? nothing) : Buffer.concat(parts);
    },
    async line(most) {
      const parts: Buffer[] = [];
      for (let left = most; left > 0 && (await fill());) {
        const end = piece.indexOf(newline) + 1;
        const part = take(Math.min(left, end > 0 ? end : piece.length));
        parts.push(part);
        left -= part.length;
        if (part.at(-1) === newline) break;
      }
      return Buffer.concat(parts);
    },
    ended: async () => !(await fill()),
  };
}
