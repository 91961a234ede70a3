import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, differences } from '../../../electron/core/canonicalJson.ts';

/** The same data with the keys of every object put in the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  );
};

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and says what plain JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(turned(plain))).toBe(canonicalJson(plain));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(differences(plain, turned(plain))).toEqual([]);
      }),
    );
    expect(canonicalJson({ b: [1, { d: null, c: 'є' }], a: undefined })).toBe('{"b":[1,{"c":"є","d":null}]}');
  });

  it('names the places where two values differ', () => {
    const before = { title: 'а', items: [{ text: 'б' }, { text: 'в', due: null }], chair: null };
    const after = { title: 'а', items: [{ text: 'б' }, { text: 'г', due: null }, { text: 'ґ' }], chair: { name: 'д' } };
    expect(differences(before, after)).toEqual(['items[1].text', 'items[2]', 'chair']);
    expect(differences([1], { 0: 1 })).toEqual(['']);
  });
});
