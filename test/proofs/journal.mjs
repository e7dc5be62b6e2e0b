// Whoever may write to the database may not rewrite the journal unseen: a thousand random tamperings, each at a real
// Postgres by the owner of the schema, and each found. Prints its figures as JSON and ends with 1 when one is missed.
// `--seeds N` and `--from N` choose which.
import '@nestjs/common';
import '../world/typescript-hooks.ts';

const { proveJournal } = await import('./journal/prove.ts');
process.exitCode = (await proveJournal(process.argv.slice(2))) ? 0 : 1;
