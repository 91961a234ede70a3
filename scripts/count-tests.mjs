// The last line of `.ci/run`: what the test runners wrote down, added up with what the run itself counted.
//   node scripts/count-tests.mjs <passed> <failed> <skipped> <suite>…      suites: core, long, browser, desktop
// A suite without a report counts as one failure. Exit code 1 unless something passed, nothing failed, nothing was skipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Vitest's report. A file that could not be loaded has failed without naming a test.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Count}
 */
const countVitest = (report) => {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/**
 * Playwright's report. A test that passed only at its second try passed, and is named: it wants looking at.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[],
 *   suites: PlaywrightSuite[] }} report
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs: { title: string, tests: { status: string }[] }[] }} PlaywrightSuite
 * @returns {Count}
 */
const countPlaywright = ({ stats, errors, suites }) => {
  /** @param {PlaywrightSuite} suite */
  const name = ({ title, suites: inner, specs }) => {
    for (const spec of specs)
      if (spec.tests.some(({ status }) => status === 'flaky'))
        console.log(`AT THE SECOND TRY: ${title} › ${spec.title}`);
    inner?.forEach(name);
  };
  suites.forEach(name);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
};

/** @param {string} suite @returns {Count} */
const countSuite = (suite) => {
  const path = join(root, 'test-results', `${suite}.json`);
  if (!existsSync(path)) {
    console.log(`${suite}: no report`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const count = suite === 'core' || suite === 'long' ? countVitest(report) : countPlaywright(report);
  console.log(`${suite}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  return count;
};

const [passed = 0, failed = 0, skipped = 0] = process.argv.slice(2, 5).map(Number);
const all = process.argv
  .slice(5)
  .map(countSuite)
  .reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed, failed, skipped },
  );
console.log(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`);
process.exitCode = all.passed > 0 && all.failed === 0 && all.skipped === 0 ? 0 : 1;
