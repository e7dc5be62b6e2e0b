// What is owed, reckoned twice: by the product, and day by day by a second program that shares nothing with it.
// Prints its figures as JSON and ends with 1 when they differ by an øre. `--seeds N` says how many claims.
import '@nestjs/common';
import '../world/typescript-hooks.ts';

const { proveLedger } = await import('./ledger/prove.ts');
process.exitCode = proveLedger(process.argv.slice(2)) ? 0 : 1;
