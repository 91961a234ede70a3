import { isContractProcedure } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { contract, type Client } from '../../shared/contract/index.ts';
import type { App } from '../core/app.ts';
import { UsageError } from './terminal.ts';

/** What a procedure is called with; a schema that knows how to look at unknown values. */
type InputSchema = { safeParse?: (value: unknown) => { success: boolean; error?: { issues: unknown } } } | undefined;

/** Every procedure of the contract by its name, `<area>.<procedure>`. */
const schemas: ReadonlyMap<string, InputSchema> = new Map(
  Object.entries(contract).flatMap(([area, procedures]) =>
    Object.entries<unknown>(procedures).flatMap(([name, procedure]): [string, InputSchema][] =>
      isContractProcedure(procedure) ? [[`${area}.${name}`, procedure['~orpc'].inputSchema as InputSchema]] : [],
    ),
  ),
);

export const procedureNames: readonly string[] = [...schemas.keys()];

/** Commands of one person at one terminal are one session, so that `workspace.undo` takes back the command before. */
const context = { session: 'cli' };

/** The core's procedures, typed by the contract. */
export const clientOf = (app: App): Client => createRouterClient(app.router, { context });

/**
 * Checks the name of a procedure and its input before anything is opened.
 * @throws UsageError `usage.unknownProcedure`, `usage.wrongInput`
 */
export function checkCall(name: string, input: unknown): void {
  if (!schemas.has(name)) throw new UsageError('usage.unknownProcedure', { name }, procedureNames);
  const checked = schemas.get(name)?.safeParse?.(input);
  if (checked && !checked.success) throw new UsageError('usage.wrongInput', { name }, checked.error?.issues);
}

type Callable = Record<string, Record<string, (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>>>;

/** Calls a procedure by its name; `checkCall` has been asked before. */
export function callByName(app: App, name: string, input: unknown, signal: AbortSignal): Promise<unknown> {
  const [area = '', procedure = ''] = name.split('.');
  const call = (createRouterClient(app.router, { context }) as unknown as Callable)[area]?.[procedure];
  if (call === undefined) throw new UsageError('usage.unknownProcedure', { name }, procedureNames);
  return call(input, { signal });
}
