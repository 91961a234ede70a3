import { idPattern } from '../../../../shared/ids.ts';
import { devicePattern } from '../../../../shared/rules/clock.ts';
import { hasChangeFields, travellingFields, type TravellingChange } from '../../ledger/travelling.ts';
import { limits } from '../limits.ts';

/** The first line of a batch. */
export interface BatchHeader {
  viche: 'batch/1';
  /** The agency whose stream it is. */
  origin: string;
  /** Fingerprint of the card whose key signed it. */
  signer: string;
  device: string;
  /** A working group's id. */
  scope: string;
  /** The lines are numbers `base` + 1 to `to` of the stream. */
  base: number;
  to: number;
  /** Of each line the first 16 bytes of its SHA-256, base64url. */
  lines: string[];
}

/** What a batch says of itself, without the hashes of its lines: it is kept for every batch of a package. */
export type BatchHead = Pick<BatchHeader, 'origin' | 'signer' | 'device' | 'scope' | 'base' | 'to'>;

export const headOf = ({ origin, signer, device, scope, base, to }: BatchHeader): BatchHead => ({
  origin,
  signer,
  device,
  scope,
  base,
  to,
});

/** Every other line: a change with its number in the stream. */
export interface BatchLine extends TravellingChange {
  seq: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const signerPattern = /^\d{5}( \d{5}){5}$/;
const hashPattern = /^[A-Za-z0-9_-]{22}$/;
const headerFields = 8;

/** Whether parsed JSON is a header of this version: exactly its fields, each of its form. */
export const isHeader = (value: unknown): value is BatchHeader =>
  isRecord(value) &&
  Object.keys(value).length === headerFields &&
  value['viche'] === 'batch/1' &&
  matches(value['origin'], idPattern) &&
  matches(value['signer'], signerPattern) &&
  matches(value['device'], devicePattern) &&
  matches(value['scope'], idPattern) &&
  isNumber(value['base']) &&
  isNumber(value['to']) &&
  Array.isArray(value['lines']) &&
  value['lines'].length <= limits.batchLines &&
  value['lines'].every((hash) => matches(hash, hashPattern));

/** Whether parsed JSON is a line: exactly its fields, each of its form. */
export const isLine = (value: unknown): value is BatchLine =>
  isRecord(value) &&
  Object.keys(value).length === travellingFields + 1 &&
  isNumber(value['seq']) &&
  hasChangeFields(value);
