/** Letters on paper: what the sheet says to a reader, and what the demo shows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SentLettersRepository } from '../../src/letters/sent-letters.repository.js';
import { DevLettersTransport } from '../../src/letters/dev-letters.transport.js';
import { ClockService } from '../../src/modules/database/clock.service.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import { writeRecipient } from '../../src/modules/outbox/letter-recipient.js';
import type { Outgoing } from '../../src/modules/outbox/outgoing.js';
import { DESK_POLICY, type DeskPolicy } from '../../src/modules/policy/desk-policy.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, type InnerDesk } from '../world/inner-desk.js';
import { describeWith } from '../world/needs.js';
import { plant } from '../world/planted.js';
import { Talk } from '../world/talk.js';

const minute = 60_000;
const to = { name: 'Łukasz Brekke', street: 'Lyngvegen 3', postcode: '2316', city: 'Hamar', addressIsSecret: false };

let database: FreshDatabase;
let desk: InnerDesk;
let message: Outgoing;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'skranke-letters-'));
  database = await freshDatabase();
  desk = await innerDesk(database);
  await plant(desk, { key: 'first', phone: '+4799991001' });
  await (await Talk.open(desk)).say('+4799991001');
  await desk.work();
  const [sent] = desk.sent();
  if (sent === undefined) throw new Error('nothing was sent');
  message = { ...sent, recipient: seal(writeRecipient(to)) };
}, minute);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk.close();
  await database.drop();
});

const post = (): DevLettersTransport =>
  new DevLettersTransport(
    desk.get(ClockService),
    new SentLettersRepository(desk.source),
    desk.settings,
    desk.get<DeskPolicy>(DESK_POLICY),
  );

describeWith('pdftotext', 'the sheet', () => {
  it('is tagged and holds the address and the words, and nobody else [ND2, ND3]', async () => {
    await post().send(message);
    const [letter] = await new SentLettersRepository(desk.source).sent(to.name);
    const sheet = join(folder, 'sheet.pdf');
    writeFileSync(sheet, (await new SentLettersRepository(desk.source).pdf(letter?.id ?? '')) ?? '');
    const read = execFileSync('pdftotext', ['-layout', sheet, '-'], { encoding: 'utf8' });
    for (const line of [to.name, to.street, '2316 Hamar']) expect(read).toContain(line);
    expect(read.replace(/\s+/g, ' ')).toContain(message.reply.text.replace(/\s+/g, ' '));
    expect(execFileSync('pdfinfo', [sheet], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    await desk.source.query('DELETE FROM dev_sent_letter');
  });
});

describe("the demo's post", () => {
  it('shows a letter by its addressee, and a protected address nowhere but on the sheet', async () => {
    const letters = new SentLettersRepository(desk.source);
    const nowhere = { ...message, recipient: seal('+4799991001') };
    expect(await post().send(nowhere)).toEqual({ outcome: 'failed', detail: 'not-a-letter' });
    await post().send(message);
    await post().send({
      ...message,
      recipient: seal(writeRecipient({ ...to, name: 'Vernet', addressIsSecret: true })),
    });
    expect(await letters.sent('lukasz')).toEqual([]);
    expect(await letters.sent('Łukasz')).toMatchObject([
      { text: message.reply.text, to: expect.stringContaining('Hamar') },
    ]);
    const [hidden] = await letters.sent('Vernet');
    expect(hidden?.to).toBe('Vernet');
    expect((await letters.pdf(hidden?.id ?? ''))?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await letters.pdf('1; DROP')).toBeNull();
  });
});
