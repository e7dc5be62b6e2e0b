/** Codes asked for by phone, on a real Postgres: who gets one, what it is worth, and what a stranger can see of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { septets } from '../../src/sms/sms-text.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, storyTime, type InnerDesk } from '../world/inner-desk.js';
import { plant, type PlantedPerson } from '../world/planted.js';
import { Talk } from '../world/talk.js';

let database: FreshDatabase;
let desk: InnerDesk;
let days = 0;
const nobodys = '+4799990000';

/** Somebody of her own for each test, on a day and with a number of her own. */
const somebody = async (
  key: string,
  more: Partial<Parameters<typeof plant>[1]> = {},
): Promise<PlantedPerson & { readonly phone: string }> => {
  days += 1;
  desk.clock.moveTo(new Date(storyTime.getTime() + days * 2 * 86_400_000));
  desk.sent();
  const phone = `+479999${String(1000 + days)}`;
  return { ...(await plant(desk, { key, phone, ...more })), phone };
};

const wrongOf = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

/** Says a code as the page writes it: four and four. */
const type = async (talk: Talk, code: string): Promise<string> => talk.say(`${code.slice(0, 4)} ${code.slice(4)}`);

const challengeOf = async (talk: Talk): Promise<Record<string, unknown> | undefined> => {
  const [row] = await desk.source.query<Record<string, unknown>[]>(
    `SELECT state, tries, party_ids, purpose, confirmed_point, kind, octet_length(code_hash) AS hash, octet_length(code) AS code,
            octet_length(target_index) AS target FROM challenge WHERE conversation_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [talk.id],
  );
  return row;
};

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
}, 60_000);

afterAll(async () => {
  await desk.close();
  await database.drop();
});

describe('a code by phone', () => {
  it.each([
    ['+47 in front', (phone: string) => phone],
    ['0047 in front', (phone: string) => phone.replace('+', '00')],
    ['spaces', (phone: string) => `${phone.slice(3, 6)} ${phone.slice(6, 8)} ${phone.slice(8)}`],
    ['pairs', (phone: string) => phone.slice(3).replace(/(..)(?=.)/g, '$1 ')],
    ['no spaces', (phone: string) => phone.slice(3)],
    ['47 and no plus', (phone: string) => phone.slice(1)],
  ])('is sent to the phone on file, typed with %s, and proves it', async (how, typed) => {
    const person = await somebody(`typed-${how}`);
    const talk = await Talk.open(desk);
    const code = await talk.codeFor(typed(person.phone));
    await type(talk, code ?? '');
    expect(await talk.level()).toBe('low');
    const [evidence] = await desk.source.query<{ kind: string }[]>(
      'SELECT kind FROM evidence WHERE conversation_id = $1',
      [talk.id],
    );
    expect(evidence?.kind).toBe('phone-code');
  });

  it('is sent when a number was asked for and comes in a sentence; a KID in a sentence is no number', async () => {
    const person = await somebody('sentence');
    const talk = await Talk.open(desk);
    await talk.say('Hva er kravet på?');
    expect(
      await talk.codeFor(
        `Mobilen min er ${person.phone.slice(3, 6)} 9${person.phone.slice(7, 8)} ${person.phone.slice(8)}`,
      ),
    ).not.toBeNull();
    const other = await Talk.open(desk);
    await other.say('Hva er kravet på?');
    await other.say(`Jeg betalte med KID ${person.phone.slice(3)} i går`);
    expect(await challengeOf(other)).toBeUndefined();
  });

  it('answers a number nobody has with the same bytes, the same row and the same waiting, and sends nothing [ND1, ND7, C27]', async () => {
    const person = await somebody('twin');
    const worlds = [];
    for (const number of [person.phone, nobodys]) {
      const talk = await Talk.open(desk);
      const said = [await talk.say('Hva er kravet på?'), await talk.say(number)];
      const row = await challengeOf(talk);
      await desk.work();
      const sent = desk.sent().length;
      said.push(await talk.say('4000 0001'), await talk.say('40000002'), await talk.say(number.slice(3)));
      worlds.push({ seen: { said, row, lines: (await talk.row()).lastSeq, level: await talk.level() }, sent });
    }
    expect(worlds[0]?.seen).toEqual(worlds[1]?.seen);
    expect(worlds.map(({ sent }) => sent)).toEqual([1, 0]);
  });

  it('is asked for with the words a code by e-mail is asked for with', async () => {
    const person = await somebody('words');
    const [byPhone, byMail] = [await Talk.open(desk), await Talk.open(desk)];
    expect(await byPhone.say(person.phone)).toBe(await byMail.say(person.email));
  });

  it('goes three times an hour and five times a day to one phone, and nobody who asks can tell [E16]', async () => {
    const person = await somebody('often');
    const sent: boolean[] = [];
    const said = new Set<string>();
    for (let at = 0; at < 8; at += 1) {
      if (at === 4) desk.clock.pass(61);
      said.add(await (await Talk.open(desk)).say(person.phone));
      said.add(await (await Talk.open(desk)).say(nobodys));
      await desk.work();
      sent.push(desk.sent().length > 0);
    }
    expect(sent).toEqual([true, true, true, false, true, true, false, false]);
    expect(said.size).toBe(1);
  }, 30_000);

  it('counts the hour and the day back from now, not by the clock on the wall: no sixth code after midnight [E16]', async () => {
    const person = await somebody('midnight');
    const at = async (time: string): Promise<boolean> => {
      desk.clock.moveTo(new Date(`2027-06-0${time}:00Z`));
      return (await (await Talk.open(desk)).codeFor(person.phone)) !== null;
    };
    const sent = [];
    for (const time of [
      '1T21:50',
      '1T21:55',
      '1T21:59',
      '1T22:01',
      '1T23:10',
      '1T23:15',
      '2T00:05',
      '2T21:49',
      '2T21:51',
    ])
      sent.push(await at(time));
    expect(sent).toEqual([true, true, true, false, true, true, false, false, true]);
  }, 30_000);

  it('is sent five times at most when twenty sessions ask for it at once and two workers look up [E16]', async () => {
    const person = await somebody('at-once');
    const talks = await Promise.all(Array.from({ length: 20 }, async () => Talk.open(desk)));
    await Promise.all(talks.map(async (talk) => talk.take(person.phone)));
    await Promise.all([desk.work(), desk.work(), desk.work()]);
    expect(desk.sent().filter(({ kind }) => kind === 'code')).toHaveLength(3);
  }, 30_000);

  it('shares what one session may ask for with codes by e-mail', async () => {
    const person = await somebody('session');
    const talk = await Talk.open(desk);
    const said = [];
    for (const to of [person.phone, person.email, nobodys, person.email, person.phone, person.phone])
      said.push(await talk.say(to));
    expect(new Set(said.slice(0, 5)).size).toBe(1);
    expect(said[5]).not.toBe(said[0]);
  });

  it.each(['nb', 'nn', 'en'] as const)(
    'is one neutral message of at most 160 letters of the GSM alphabet in %s, and its text is wiped [ND2]',
    async (language) => {
      const person = await somebody(`neutral-${language}`, { language });
      const talk = await Talk.open(desk);
      await talk.say(person.phone);
      await desk.work();
      const [message] = desk.sent();
      const text = message?.reply.text ?? '';
      expect(septets(text)).toBeLessThanOrEqual(160);
      expect(text).not.toMatch(
        /inkasso|krav|skyld|gjeld|debt|Fjordvakt|Fjellanger|Tindevind|FV-|KID|https?:|www|\.no\b/i,
      );
      expect(text).toMatch(/\d{4} \d{4}/);
      expect(message?.reply.subject).toBeUndefined();
      const rows = await desk.source.query<unknown[]>(
        `SELECT c.code, c.target, m.body FROM challenge c JOIN outgoing_message m ON m.challenge_id = c.id WHERE c.conversation_id = $1`,
        [talk.id],
      );
      expect(rows).toEqual([{ code: null, target: null, body: null }]);
    },
  );

  it('is not sent to a bounced number, to one that is not hers, or to a landline', async () => {
    for (const phoneState of ['bounced', 'not-me', 'protected'] as const) {
      const person = await somebody(`phone-${phoneState}`, { phoneState });
      expect(await (await Talk.open(desk)).codeFor(person.phone)).toBeNull();
    }
    await somebody('landline', { phone: '+4722334455' });
    const talk = await Talk.open(desk);
    expect(await talk.say('+47 22 33 44 55')).toContain('Vi kan ikke sende kode på SMS');
    expect(await challengeOf(talk)).toBeUndefined();
  });
});

describe('a desk without SMS', () => {
  it('says so in the same words to everybody, offers no phone, makes no row and still takes an e-mail address [ND1, C27]', async () => {
    const person = await somebody('no-sms');
    const without = await innerDesk(database, undefined, 'none');
    without.clock.moveTo(desk.clock.now());
    const said = [];
    for (const number of [person.phone, nobodys]) {
      const talk = await Talk.open(without);
      said.push([await talk.say('Hva er kravet på?'), await talk.say(number), await talk.say(number.slice(3))]);
      expect(await challengeOf(talk)).toBeUndefined();
      await talk.say(person.email);
      expect((await challengeOf(talk))?.['kind']).toBe('email');
    }
    expect(said[0]).toEqual(said[1]);
    expect(said[0]?.[0]).not.toContain('mobilnummeret');
    expect(said[0]?.[1]).toContain('Vi kan ikke sende kode på SMS');
    expect(said[0]?.[2]).toBe(said[0]?.[1]);
    await without.close();
  });
});

describe('eight digits', () => {
  it('that read as a mobile number are compared as a code while one is open, and the answer says how to ask by phone', async () => {
    const person = await somebody('digits');
    for (const asked of [person.email, 'nobody.at.all@nowhere.example']) {
      const talk = await Talk.open(desk);
      await talk.say(asked);
      await desk.work();
      const before = await challengeOf(talk);
      const said = await talk.say(person.phone.slice(3));
      expect(said).toContain('skriv det med +47 foran');
      expect((await challengeOf(talk))?.['tries']).toBe(Number(before?.['tries']) + 1);
      expect(await talk.codeFor(person.phone)).not.toBeNull();
    }
  });

  it('are still the code after a question came in between', async () => {
    const person = await somebody('between');
    const talk = await Talk.open(desk);
    const code = (await talk.codeFor(person.email)) ?? '';
    await talk.say('Hvem er dere?');
    await talk.say(code);
    expect(await talk.level()).toBe('low');
  });

  it('are a phone number again once the code was typed right or can be good no more', async () => {
    const person = await somebody('again');
    const talk = await Talk.open(desk);
    await talk.proveMailbox(person.email);
    expect(await talk.codeFor(person.phone.slice(3))).not.toBeNull();
    const later = await Talk.open(desk);
    await later.codeFor(person.email);
    await later.say('Hvem er dere?');
    desk.clock.pass(25);
    expect(await later.codeFor(person.phone.slice(3))).not.toBeNull();
  });
});

describe('mailbox and phone together', () => {
  it.each([
    ['unconfirmed', 'unconfirmed', 'low'],
    ['confirmed', 'unconfirmed', 'substantial'],
    ['unconfirmed', 'confirmed', 'substantial'],
  ] as const)('with a mailbox %s and a phone %s are worth %s', async (emailState, phoneState, level) => {
    const person = await somebody(`pair-${emailState}-${phoneState}`, { emailState, phoneState });
    const talk = await Talk.open(desk);
    await talk.proveMailbox(person.email);
    await type(talk, (await talk.codeFor(person.phone)) ?? '');
    expect(await talk.level()).toBe(level);
  });

  it('do not count when one of two people with that number never confirmed it', async () => {
    const person = await somebody('shared', { emailState: 'unconfirmed', phoneState: 'confirmed' });
    await plant(desk, { key: 'shared-too', phone: person.phone, phoneState: 'unconfirmed' });
    const talk = await Talk.open(desk);
    await talk.proveMailbox(person.email);
    await type(talk, (await talk.codeFor(person.phone)) ?? '');
    expect(await talk.level()).toBe('low');
  });

  it('must come within fifteen minutes', async () => {
    const person = await somebody('late');
    const talk = await Talk.open(desk);
    await talk.proveMailbox(person.email);
    desk.clock.pass(8);
    await talk.say('Hvem er dere?');
    desk.clock.pass(8);
    await type(talk, (await talk.codeFor(person.phone)) ?? '');
    expect(await talk.level()).toBe('low');
  });

  it('never combine from two sessions [C07]', async () => {
    const person = await somebody('halves');
    const [one, other] = [await Talk.open(desk), await Talk.open(desk)];
    await one.proveMailbox(person.email);
    const code = (await other.codeFor(person.phone)) ?? '';
    await type(one, code);
    expect(await one.level()).toBe('low');
    await type(other, code);
    expect([await one.level(), await other.level()]).toEqual(['low', 'low']);
  });

  it('tell nothing of whether they will count before they do: the words at low are the same', async () => {
    const said = [];
    for (const [key, state] of [
      ['told-confirmed', 'confirmed'],
      ['told-unconfirmed', 'unconfirmed'],
    ] as const) {
      const person = await somebody(key, { emailState: state, phoneState: state });
      const talk = await Talk.open(desk);
      await talk.say('Hva er kravet på?');
      said.push([
        await talk.proveMailbox(person.email),
        await talk.say(person.phone),
        await type(talk, wrongOf('12345678')),
      ]);
    }
    expect(said[0]).toEqual(said[1]);
  });
});
