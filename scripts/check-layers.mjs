// Holds the arrows between the floors. dependency-cruiser with the wrong TypeScript looks at nothing and is content, so
// what it looked at is compared with what lies on the disk.
import { globSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../.dependency-cruiser.mjs';

/** The project never again has fewer modules than this. */
const atLeast = 400;

const floors = ['electron', 'renderer', 'shared'];
const { tsConfig, ...options } = configuration.options ?? {};
const { output } = await cruise(
  floors,
  { ...options, ruleSet: { forbidden: configuration.forbidden ?? [] }, validate: true },
  options.enhancedResolveOptions,
  { tsConfig: extractTSConfig(tsConfig?.fileName ?? 'tsconfig.base.json') },
);
if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked for');

const seen = new Set(output.modules.map(({ source }) => source));
const missed = floors
  .flatMap((floor) => globSync(`${floor}/**/*.{ts,tsx}`))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.d.ts') && !seen.has(path));
for (const path of missed) console.error(`not looked at: ${path}`);

const { violations } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);

const own = [...seen].filter((path) => floors.some((floor) => path.startsWith(`${floor}/`))).length;
console.log(`${own} modules, ${output.summary.totalDependenciesCruised ?? 0} arrows, ${violations.length} violations`);
if (own < atLeast) console.error(`fewer than ${atLeast} modules: is the right TypeScript installed?`);
process.exitCode = own < atLeast || missed.length > 0 || violations.length > 0 ? 1 : 0;
