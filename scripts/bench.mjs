// `npm run bench`: runs tests/bench/main.ts from the sources through Vite, which resolves what plain Node cannot
// (migrations by glob, aliases).
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './toolchain.mjs';

await runnerImport(join(root, 'tests', 'bench', 'main.ts'), {
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { shevchenko: join(root, 'node_modules', 'shevchenko', 'dist', 'umd', 'shevchenko.min.js') } },
});
