export const isStream = (value: unknown): value is AsyncIterator<unknown, unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;

/** The same stream; what ends it too early is what `refuse` makes of it. */
export async function* refusing(
  stream: AsyncIterator<unknown, unknown>,
  refuse: (error: unknown) => unknown,
): AsyncGenerator<unknown, unknown, void> {
  let over = false;
  try {
    for (;;) {
      const { done, value } = await stream.next();
      over = done === true;
      if (over) return value;
      yield value;
    }
  } catch (error) {
    over = true;
    throw refuse(error);
  } finally {
    if (!over) await stream.return?.();
  }
}
