import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SkrankeError } from '../modules/values/errors.js';
import type { ParsedMail } from './parsed-mail.js';
import type { FromParser, ToParser } from './parse-worker.service.js';
import { caps } from './pre-scan.js';

const readyWithinMs = 15_000; // reading the program itself, on a busy machine

/** Parses one mail after the other in a thread that may neither grow nor linger; a mail that makes it is read by its header only. */
@Injectable()
export class ParseMailService implements OnApplicationShutdown {
  private worker: Promise<Worker> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param raw  the whole mail
   * @returns    the mail; read by its header only when the whole took too long
   * @throws     SKR_INTERNAL when not even the header can be read
   */
  async parse(raw: Uint8Array): Promise<ParsedMail> {
    const turn = this.last.then(() => this.parseNow(raw));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.end();
  }

  /** Ends the thread; the next mail starts another. */
  async end(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.then((one) => one.terminate()).catch(() => undefined);
  }

  /** The header is told first, so that a mail which takes too long costs its time once. */
  private async parseNow(raw: Uint8Array): Promise<ParsedMail> {
    this.worker ??= startWorker();
    const worker = await this.worker;
    const copy = new Uint8Array(raw);
    const told = heard(worker, caps.wallMs);
    worker.postMessage({ raw: copy } satisfies ToParser, [copy.buffer]);
    const { header, last } = await told;
    if (last?.kind === 'parsed') return last.mail;
    await this.end();
    if (header === null) throw new SkrankeError('SKR_INTERNAL', 'a mail whose header cannot be read');
    return header;
  }
}

const startWorker = async (): Promise<Worker> => {
  const extension = extname(import.meta.url);
  const worker = new Worker(new URL(`./parse-worker.service${extension}`, import.meta.url), {
    // Run from the sources, by a test: Node takes the types off, and `.js` in an import means the file beside it.
    execArgv: extension === '.ts' ? ['--no-warnings', '--import', typeScriptImports] : [],
    resourceLimits: { maxOldGenerationSizeMb: caps.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
  });
  worker.on('error', () => undefined);
  const { last } = await heard(worker, readyWithinMs);
  if (last?.kind !== 'ready') {
    await worker.terminate();
    throw new SkrankeError('SKR_INTERNAL', 'the mail parser does not start');
  }
  worker.unref();
  return worker;
};

const typeScriptImports = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  import { existsSync } from 'node:fs';
  import { fileURLToPath } from 'node:url';
  registerHooks({
    resolve: (specifier, context, next) => {
      const url = /^\\.{1,2}\\//.test(specifier) ? new URL(specifier.replace(/\\.js$/, '.ts'), context.parentURL) : null;
      return next(url !== null && existsSync(fileURLToPath(url)) ? url.href : specifier, context);
    },
  });`)}`;

type Heard = { readonly header: ParsedMail | null; readonly last: FromParser | null };

/** What the thread tells; `last` is null when it ends or the time is up. */
const heard = (worker: Worker, withinMs: number): Promise<Heard> =>
  new Promise((resolve) => {
    let header: ParsedMail | null = null;
    const finish = (last: FromParser | null): void => {
      clearTimeout(timer);
      worker.off('message', listen).off('exit', leave);
      resolve({ header, last });
    };
    const listen = (message: FromParser): void => {
      if (message.kind === 'header') header = message.mail;
      else finish(message);
    };
    const leave = (): void => finish(null);
    const timer = setTimeout(leave, withinMs);
    worker.on('message', listen).on('exit', leave);
  });
