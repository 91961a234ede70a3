/** Symbolic names of one kind of record → the ids that it got. A wrong name is a mistake in the sample's files. */
export interface Names {
  give(key: string, id: string): void;
  idOf(key: string): string;
}

/** @param what the kind of record, for the message of the error that a wrong name ends with */
export function createNames(what: string): Names {
  const ids = new Map<string, string>();
  return {
    give(key, id) {
      if (ids.has(key)) throw new Error(`sample: two of ${what} are called ${key}`);
      ids.set(key, id);
    },
    idOf(key) {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`sample: no ${what} is called ${key}`);
      return id;
    },
  };
}
