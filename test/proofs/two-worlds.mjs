// Nobody unproven can tell who is in the books: the same conversations in four worlds, and no difference to be seen.
// Prints its figures as JSON and ends with 1 on a difference, or when a planted leak goes unnoticed.
// `--seeds N` and `--wire N` say how many conversations; the defaults are the release's.
import '@nestjs/common';
import '../world/typescript-hooks.ts';

const { proveTwoWorlds } = await import('./two-worlds/prove.ts');
process.exitCode = (await proveTwoWorlds(process.argv.slice(2))) ? 0 : 1;
