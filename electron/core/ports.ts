/** What a door gives the core: everything that differs between a desktop, a loopback host and a terminal. */
export interface Ports {
  door: 'desktop' | 'browser' | 'cli';
  version: string;
  /** Absolute folder of the bundled resources (locales, territories, sample, fonts). */
  resources: string;
  /** Where new workspaces go unless the person says otherwise. */
  documents: string;
  /** A folder of this installation for what is not a workspace: device nonces, recent list, preferences, backups. */
  installation: string;
  /** The operating system's key store, or null where there is none that can be trusted. */
  keyStore: KeyStore | null;
  /** Absolute path of the built worker (out/main/worker.js), run with node:worker_threads. */
  worker: string;
  log: (entry: LogEntry) => void;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface LogEntry {
  level: 'info' | 'warning' | 'error';
  /** No words of records, no names of people, no paths of workspaces. */
  message: string;
  id?: string;
}

/** Keeps small secrets under the operating system's protection. Values are raw keys, names are workspace ids. */
export interface KeyStore {
  get(name: string): Promise<string | null>;
  set(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What a door knows of a caller; one for each page or command. */
export interface CallContext {
  session: string;
}
