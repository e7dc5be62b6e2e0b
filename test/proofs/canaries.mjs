// Every personal field of the sample world is a canary: after a scripted run by chat and mail at every level, nothing that
// left the desk holds one that its decision did not name. Prints its figures as JSON and ends with 1 when one flew.
import '@nestjs/common';
import '../world/typescript-hooks.ts';

const { proveCanaries } = await import('./canaries/prove.ts');
process.exitCode = (await proveCanaries()) ? 0 : 1;
