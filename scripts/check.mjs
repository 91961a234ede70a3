// Everything a machine can say about the sources without running them: `npm run check`, or some of it by name:
// `npm run check -- types lint`.
import { runScript } from './toolchain.mjs';

/** @type {Record<string, () => number>} */
const checks = {
  types: () => runScript('node_modules/@typescript/native/bin/tsc', ['-b']),
  lint: () => runScript('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  names: () => runScript('scripts/check-names.mjs', []),
  format: () => runScript('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  layers: () => runScript('scripts/check-layers.mjs', []),
  'dead code': () => runScript('node_modules/knip/bin/knip.js', []),
  lockfile: () => runScript('scripts/check-lock.mjs', []),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}
const failed = Object.entries(checks)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .filter(([name, run]) => {
    console.log(`── ${name}`);
    return run() !== 0;
  })
  .map(([name]) => name);
console.log(failed.length === 0 ? '── all is well' : `── failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
