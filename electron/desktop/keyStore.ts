import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { KeyStore } from '../core/ports.ts';

/** Electron's safeStorage, as much of it as we need. */
export interface SystemVault {
  isEncryptionAvailable(): boolean;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
}

/** Backends that keep the key where anybody can read it: better to have no store than one that only looks like one. */
const worthless = ['basic_text', 'unknown'];

/** Whether the operating system really protects what we would give it. To be asked once the app is ready. */
export const canBeTrusted = (vault: SystemVault, platform: NodeJS.Platform): boolean =>
  vault.isEncryptionAvailable() &&
  (platform !== 'linux' || !worthless.includes(vault.getSelectedStorageBackend?.() ?? 'unknown'));

const stored = z.record(z.string(), z.string());

/**
 * Keys under the operating system's protection (Keychain, DPAPI, libsecret or KWallet through safeStorage), in a file of
 * the installation. Null where the system does not protect them.
 */
export function systemKeyStore(vault: SystemVault, platform: NodeJS.Platform, path: string): KeyStore | null {
  if (!canBeTrusted(vault, platform)) return null;
  const read = (): Record<string, string> => {
    try {
      return stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      // Missing or damaged: the passphrase opens the workspace as before.
      return {};
    }
  };
  const write = (all: Record<string, string>): void => {
    const fresh = `${path}.${process.pid}.tmp`;
    writeFileSync(fresh, JSON.stringify(all), { mode: 0o600 });
    renameSync(fresh, path);
  };
  return {
    async get(name) {
      const sealed = read()[name];
      if (sealed === undefined) return null;
      try {
        return vault.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        // The system's own key has changed (a new account, a copied folder): this secret is lost, the passphrase is not.
        return null;
      }
    },
    async set(name, secret) {
      write({ ...read(), [name]: vault.encryptString(secret).toString('base64') });
    },
    async remove(name) {
      write(Object.fromEntries(Object.entries(read()).filter(([each]) => each !== name)));
    },
  };
}
