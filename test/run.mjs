// `npm test`: everything that can be tested on this machine, one suite after the other, and one closing line.
// A suite that lacks its program is named with the line that installs it; in CI that is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasSystemPostgres, startSystemPostgres } from './world/system-postgres.mjs';

const has = (program) =>
  ['/usr/bin', '/usr/sbin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program)));
const programs = [
  { program: 'chromium', suites: ['journeys', 'chat page'], install: 'apt-get install -y chromium' },
  { program: 'dovecot', suites: ['mail against a real server'], install: 'apt-get install -y dovecot-imapd' },
];
const jest = (project) => [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--selectProjects',
  project,
];
const suites = [
  { name: 'types', run: ['npm', ['run', '-s', 'types']] },
  { name: 'lint', run: ['npm', ['run', '-s', 'lint']] },
  { name: 'unit', jest: 'unit' },
  { name: 'web', jest: 'web' },
  { name: 'architecture', jest: 'architecture' },
  { name: 'integration', jest: 'integration' },
  // The oldest server the desk supports; the newest is the embedded one.
  ...(hasSystemPostgres
    ? [{ name: 'integration on PostgreSQL 15', jest: 'integration', onSystem: true, but: 'embedded-postgres' }]
    : []),
  { name: 'journeys', jest: 'e2e', serial: true },
];

/** A suite that hangs is a failure, not a wait. */
const patienceMs = 15 * 60_000;
const only = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'skranke-test-'));
const totals = { passed: 0, failed: 0 };
const missing = [
  ...programs.filter(({ program }) => !has(program)),
  ...(hasSystemPostgres
    ? []
    : [{ suites: ['integration on PostgreSQL 15'], install: 'apt-get install -y postgresql-15' }]),
];

for (const suite of suites) {
  if (only.length > 0 && !only.includes(suite.name)) continue;
  const started = Date.now();
  const result = suite.jest === undefined ? plain(suite) : await withDatabase(suite);
  totals.passed += result.passed;
  totals.failed += result.failed;
  console.log(
    `${suite.name}: ${result.passed} passed, ${result.failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
}
for (const { suites: names, install } of missing) {
  console.log(`left out: ${names.join(', ')}; to run: ${install}`);
  if (process.env.CI) totals.failed += 1;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

function plain({ run: [command, args] }) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function withDatabase(suite) {
  if (!suite.onSystem) return withJest(suite);
  const started = await startSystemPostgres().catch((error) => {
    console.log(`${suite.name}: ${error.message}`);
    return null;
  });
  if (started === null) return { passed: 0, failed: 1 };
  const { url, stop } = started;
  try {
    return withJest({ ...suite, env: { ...process.env, SKRANKE_TEST_DATABASE_URL: url } });
  } finally {
    stop();
  }
}

function withJest({ name, jest: project, serial, but, env = process.env }) {
  const output = join(scratch, `${project}.json`);
  const args = [
    ...jest(project),
    '--forceExit',
    '--json',
    `--outputFile=${output}`,
    '--silent=false',
    ...(serial ? ['--runInBand'] : []),
    ...(but === undefined ? [] : ['--testPathIgnorePatterns', but]),
  ];
  const { status, signal } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  if (signal !== null) console.log(`${name}: did not end within ${patienceMs / 60_000} minutes`);
  if (!existsSync(output)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(output, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const vacuous = report.numPassedTests === 0 ? 1 : 0;
  if (vacuous) console.log(`${name}: no test ran`);
  return { passed: report.numPassedTests, failed: failed + vacuous + (status !== 0 && failed === 0 ? 1 : 0) };
}
