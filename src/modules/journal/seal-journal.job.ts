import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { addHeads, readHeads } from './head-file.service.js';
import { SealingRepository } from './sealing.repository.js';
import { sealingKey, type SealingKey } from './signed-head.js';

/** Seals what the journal took in, and writes the signed head where the database is not (I07). */
@Injectable()
export class SealJournalJob {
  readonly name = 'seal-journal';
  private readonly key: SealingKey | null;

  constructor(
    private readonly sealing: SealingRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const { SKRANKE_JOURNAL_KEY } = settings;
    this.key = SKRANKE_JOURNAL_KEY === undefined ? null : sealingKey(SKRANKE_JOURNAL_KEY);
  }

  async run(now: Date): Promise<void> {
    if (this.key === null) return;
    while ((await this.sealing.seal(now, this.key)) > 0);
    await this.export();
  }

  /** Also the heads an earlier run sealed and could not write. */
  private async export(): Promise<void> {
    const { SKRANKE_JOURNAL_HEADS: path } = this.settings;
    if (path === undefined) return;
    const written = (await readHeads(path)).at(-1)?.size ?? 0;
    await addHeads(path, await this.sealing.heads(written));
  }
}
