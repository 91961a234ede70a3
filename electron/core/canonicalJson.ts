/**
 * JSON with the keys of every object in order and without blanks: the same data gives the same bytes, so that a hash of
 * it can be compared. For plain data only; undefined members are left out as JSON leaves them out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Where two plain values differ, as paths (`items[2].title`). */
export function differences(a: unknown, b: unknown): string[] {
  const found: string[] = [];
  const compare = (left: unknown, right: unknown, path: string) => {
    if (canonicalJson(left ?? null) === canonicalJson(right ?? null)) return;
    const both = typeof left === 'object' && typeof right === 'object' && left !== null && right !== null;
    if (both && Array.isArray(left) === Array.isArray(right)) {
      const isList = Array.isArray(left);
      const [from, to] = [left as Record<string, unknown>, right as Record<string, unknown>];
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
        compare(from[key], to[key], isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
      return;
    }
    found.push(path);
  };
  compare(a, b, '');
  return found;
}
