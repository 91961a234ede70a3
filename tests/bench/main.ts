import type { Measured } from './measure.ts';
import { run as runCore } from './core.ts';
import { run as runPackage } from './package.ts';
import { run as runExchange } from './exchange.ts';
import { run as runExchangeGrowth } from './exchangeGrowth.ts';
import { run as runPage } from './page.ts';
import { run as runProjects } from './projects.ts';
import { run as runRegisterPages } from './registerPages.ts';
import { run as runRegisters } from './registers.ts';
import { run as runSearch } from './search.ts';
import { run as runWord } from './word.ts';

/** Every part of the bench in turn; a part that is named as an argument runs alone. */
const parts: Record<string, () => Promise<Measured[]>> = {
  core: runCore,
  word: runWord,
  registers: runRegisters,
  projects: runProjects,
  search: runSearch,
  exchange: runExchange,
  exchangeGrowth: runExchangeGrowth,
  package: runPackage,
  page: runPage,
  registerPages: runRegisterPages,
};

const wanted = process.argv.slice(2).filter((name) => name in parts);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { name: what, ratio, detail } of await run())
    console.log(`${(ratio === null ? '–' : ratio.toFixed(2)).padStart(8)}  ${what}  (${detail})`);
}
