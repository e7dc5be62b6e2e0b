/** Mail in, from a real Dovecot: nothing is lost, nothing is taken twice, nothing blocks the next. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { ParseMailService } from '../../src/mail/parse-mail.service.js';
import { VaultService } from '../../src/modules/disclosure/vault.service.js';
import { CaseMailRepository } from '../../src/modules/casework/case-mail.repository.js';
import { startCuttingProxy } from '../world/cutting-proxy.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { startDovecot, type Dovecot } from '../world/dovecot.js';
import { storyTime, TestClock } from '../world/inner-desk.js';
import { openMailHouse, type HouseWish, type MailHouse } from '../world/mail-house.js';
import { rawMail } from '../world/mails.js';
import { describeWith } from '../world/needs.js';
import { eventually } from '../world/running-desk.js';
import { startScriptedSmtp, type ScriptedSmtp } from '../world/scripted-smtp.js';

const minute = 60_000;
const threeDays = 3 * 86_400_000;

type MailRow = {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly received_at: Date;
};

let database: FreshDatabase;
let dovecot: Dovecot;
let smtp: ScriptedSmtp;
let clock: TestClock;
let houses: MailHouse[] = [];

const open = async (wish: Partial<HouseWish> = {}): Promise<MailHouse> => {
  const house = await openMailHouse({ database, clock, imap: dovecot, smtpPort: smtp.port, ...wish });
  houses.push(house);
  return house;
};
const close = async (house: MailHouse): Promise<void> => {
  houses = houses.filter((one) => one !== house);
  await house.close();
};
const numbered = (at: number): Buffer =>
  rawMail(
    { From: `ola${String(at)}@brevdue.example`, 'Message-ID': `<${String(at)}@brevdue.example>` },
    `Sak ${String(at)}: send alt dere har om meg.`,
  );
const rows = async ({ source }: MailHouse): Promise<readonly MailRow[]> =>
  source.query<MailRow[]>('SELECT id, state, reason, received_at FROM inbound_mail ORDER BY id');
const count = async ({ source }: MailHouse, what: string): Promise<number> => {
  const [row] = await source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${what}`);
  return row?.n ?? -1;
};
/** Waits until so many mails have come to an end. */
const settled = async (house: MailHouse, many: number, withinMs = 30_000): Promise<readonly MailRow[]> =>
  eventually(
    `${String(many)} mails at their end`,
    async () => {
      const found = await rows(house);
      return found.length >= many && found.every(({ state }) => state !== 'stored') ? found : null;
    },
    withinMs,
  );

describeWith('dovecot', 'a mailbox', () => {
  beforeEach(async () => {
    clock = new TestClock(storyTime);
    [database, dovecot, smtp] = await Promise.all([freshDatabase(), startDovecot(), startScriptedSmtp()]);
  }, minute);

  afterEach(async () => {
    for (const house of houses.splice(0)) await house.close();
    await Promise.all([dovecot.remove(), smtp.stop()]);
    await database.drop();
  }, minute);

  it(
    'is read once, over cut connections and restarts of the desk and of the server [E44, F07]',
    async () => {
      const proxy = await startCuttingProxy(dovecot.port);
      const imap = { ...dovecot, port: proxy.port };
      let house = await open({ imap });
      for (let at = 0; at < 60; at += 1) {
        await dovecot.deliver(numbered(at));
        if (at % 5 === 0) await pause(40);
        if (at % 7 === 3) proxy.cut();
        if (at === 20 || at === 45) {
          await close(house);
          house = await open({ imap });
        }
        if (at === 30) {
          await dovecot.stop();
          await dovecot.start();
        }
      }
      const found = await settled(house, 60, minute);
      expect(found).toHaveLength(60);
      expect(await count(house, 'desk_case')).toBe(60);
      expect(await count(house, `activity WHERE direction = 'inbound'`)).toBe(60);
      expect(await dovecot.asAnother(async (client) => client.search({ seen: false }, { uid: true }))).toEqual([]);
      await proxy.stop();
    },
    2 * minute,
  );

  it(
    'that numbers its mail anew is read whole again, and what is known is known [E44, F07]',
    async () => {
      let house = await open();
      for (const at of [1, 2, 3]) await dovecot.deliver(numbered(at));
      await settled(house, 3);
      await close(house);
      await dovecot.stop();
      await dovecot.deliver(numbered(4));
      await dovecot.forgetNumbers();
      await pause(1_100); // Dovecot takes the second for the new UIDVALIDITY
      await dovecot.start();
      house = await open();
      const found = await settled(house, 7);
      expect(found.filter(({ state }) => state === 'duplicate')).toHaveLength(3);
      expect(await count(house, 'desk_case')).toBe(4);
    },
    minute,
  );

  it(
    'holds a mail once for each content: the same twice, one id with two contents, none at all [E44]',
    async () => {
      const house = await open();
      const other = rawMail({ From: 'kari@x.example', 'Message-ID': '<1@brevdue.example>' }, 'Slett alt.');
      const nameless = rawMail({ 'Message-ID': null, Date: null }, 'Jeg klager.');
      for (const raw of [numbered(1), numbered(1), other, nameless]) await dovecot.deliver(raw);
      const states = (await settled(house, 4)).map(({ state }) => state).sort();
      expect(states).toEqual(['answered', 'answered', 'answered', 'duplicate']);
      expect(await count(house, 'desk_case')).toBe(3);
    },
    minute,
  );

  it(
    'with a poisoned mail in it: that one is tried three times, kept and shown to a person, and the next are read [E46]',
    async () => {
      const parser = new ParseMailService();
      let tries = 0;
      const broken = {
        parse: async (raw: Uint8Array) => {
          if (!Buffer.from(raw).includes('GIFT')) return parser.parse(raw);
          tries += 1;
          throw new Error('poisoned');
        },
      };
      const house = await open({ parser: broken });
      await dovecot.deliver(rawMail({ 'Message-ID': '<gift@x.no>' }, 'GIFT'));
      for (const at of [1, 2, 3]) await dovecot.deliver(numbered(at));
      await eventually('the others', async () =>
        (await count(house, `inbound_mail WHERE state = 'answered'`)) === 3 ? true : null,
      );
      for (let seconds = 0; seconds < 5; seconds += 1) {
        clock.pass(1);
        await house.intake.drain();
      }
      expect(tries).toBe(3);
      const [poison] = (await rows(house)).filter(({ state }) => state === 'unreadable');
      expect(poison).toMatchObject({ reason: 'three-tries' });
      expect(await count(house, `desk_case WHERE queue = 'unreadable-mail'`)).toBe(1);
      expect(await count(house, `inbound_mail WHERE state = 'unreadable' AND raw IS NOT NULL`)).toBe(1);
      await parser.end();
    },
    minute,
  );

  it(
    'with a mail in it that could not be read: read again from the kept bytes when a caseworker asks for it',
    async () => {
      const parser = new ParseMailService();
      let healed = false;
      const house = await open({
        parser: { parse: async (raw) => (healed ? parser.parse(raw) : Promise.reject(new Error('not yet'))) },
      });
      await dovecot.deliver(numbered(1));
      await eventually('a try', async () => ((await rows(house)).length === 1 ? true : null));
      for (let seconds = 0; seconds < 5; seconds += 1) {
        clock.pass(1);
        await house.intake.drain();
      }
      const [mail] = await rows(house);
      expect(mail?.state).toBe('unreadable');
      healed = true;
      const again = new CaseMailRepository(new VaultService(house.settings), null);
      expect(await again.reprocess(house.source.manager, mail?.id ?? '')).toBe(true);
      await eventually('its answer', async () => ((await rows(house))[0]?.state === 'answered' ? true : null));
      expect(await count(house, `desk_case WHERE queue <> 'unreadable-mail'`)).toBe(1);
      await parser.end();
    },
    minute,
  );

  it(
    'that nobody read for three days is read whole, and time runs from when each mail came [F08]',
    async () => {
      for (let at = 0; at < 200; at += 1) await dovecot.deliver(numbered(at), new Date(Date.now() - threeDays));
      const house = await open();
      const found = await settled(house, 200, 2 * minute);
      expect(found).toHaveLength(200);
      expect(found.every((row) => row.received_at.getTime() <= storyTime.getTime() - threeDays + minute)).toBe(true);
      expect(await count(house, 'desk_case')).toBe(200);
    },
    3 * minute,
  );

  it(
    'that is compared with what is stored leaves nothing unaccounted',
    async () => {
      for (const at of [1, 2, 3]) await dovecot.deliver(numbered(at));
      const house = await open();
      await settled(house, 3);
      const gauge = async () =>
        house.source.query<{ unaccounted: number }[]>(
          'SELECT unaccounted FROM mailbox_cursor WHERE reconciled_at IS NOT NULL',
        );
      await eventually('the comparison', async () => ((await gauge()).length === 1 ? true : null));
      expect(await gauge()).toEqual([{ unaccounted: 0 }]);
    },
    minute,
  );
});
