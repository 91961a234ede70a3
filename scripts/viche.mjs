#!/usr/bin/env node
// The command `viche`: the command line door under the project's Node. Nothing but its own answer reaches standard output.
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, projectNode, Refusal, root, stay } from './toolchain.mjs';

try {
  install();
  build();
  process.exitCode = await stay(projectNode(), [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
    cwd: process.cwd(),
  });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
