/** Locks 3 and 5 where they must hold: in the database, on the way out of it, and in what its errors tell. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger, type ArgumentsHost } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { CodeRequestJob } from '../../src/modules/conversation/code-request.job.js';
import { ClaimsRepository } from '../../src/modules/claims/claims.repository.js';
import { open } from '../../src/modules/disclosure/open.js';
import { PartiesRepository } from '../../src/modules/parties/parties.repository.js';
import { blindIndex } from '../../src/modules/disclosure/blind-index.js';
import { ErrorsFilter } from '../../src/modules/policy/errors.filter.js';
import { purposes, type Purpose } from '../../src/modules/policy/purpose.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, type InnerDesk } from '../world/inner-desk.js';
import { plant, type PlantedPerson } from '../world/planted.js';
import { Talk } from '../world/talk.js';

let database: FreshDatabase;
let desk: InnerDesk;
let kari: PlantedPerson;
let ola: PlantedPerson;

const query = async <T>(statement: string, values: readonly unknown[] = []): Promise<readonly T[]> =>
  desk.source.query<T[]>(statement, [...values]);

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
  kari = await plant(desk, { key: 'kari', name: 'Kari Fjellanger', claims: 2 });
  ola = await plant(desk, { key: 'ola', name: 'Ola Fjellanger' });
}, 60_000);

afterAll(async () => {
  await desk.close();
  await database.drop();
});

describe('the outbox [lock 5, ND13]', () => {
  const message = (columns: string, values: string): string =>
    `INSERT INTO outgoing_message (id, channel, kind, recipient_index, message_id, state, not_before, expires_at, created_at${columns})
     VALUES (gen_random_uuid(), 'email', 'answer', '', gen_random_uuid()::text, 'queued', now(), now() + interval '1 day', now()${values})`;

  it('takes no message without a decision, none whose decision is not in the journal, and none without its seal', async () => {
    await expect(query(message(', mac', `, 'x'`))).rejects.toMatchObject({ code: '23502', column: 'decision_id' });
    await expect(query(message(', decision_id, mac', `, gen_random_uuid(), 'x'`))).rejects.toMatchObject({
      code: '23503',
    });
    await expect(query(message(', decision_id', ', gen_random_uuid()'))).rejects.toMatchObject({
      code: '23502',
      column: 'mac',
    });
  });

  it('lets no line of ours stand in a chat without a decision and its seal', async () => {
    const { id } = await Talk.open(desk);
    for (const extra of ['NULL, NULL', `NULL, 'x'`])
      await expect(
        query(
          `INSERT INTO activity (conversation_id, seq, public_id, direction, author, at, decision_id, mac)
           VALUES ($1, 9, 'x', 'outbound', 'desk', now(), ${extra})`,
          [id],
        ),
      ).rejects.toMatchObject({ code: '23514' });
  });

  const twoCodes = async (): Promise<readonly string[]> => {
    desk.clock.pass(24 * 60 + 1);
    desk.sent();
    for (const { email } of [kari, ola]) await (await Talk.open(desk)).say(email);
    await desk.get(CodeRequestJob).run();
    const rows = await query<{ id: string }>(`SELECT id FROM outgoing_message WHERE state = 'queued' ORDER BY id`);
    return rows.map(({ id }) => id);
  };

  it.each([
    [
      'whose decisions were exchanged',
      'UPDATE outgoing_message m SET decision_id = o.decision_id FROM outgoing_message o WHERE m.id = ANY($1::uuid[]) AND o.id = ANY($1::uuid[]) AND o.id <> m.id',
    ],
    [
      'whose seals were exchanged',
      'UPDATE outgoing_message m SET mac = o.mac FROM outgoing_message o WHERE m.id = ANY($1::uuid[]) AND o.id = ANY($1::uuid[]) AND o.id <> m.id',
    ],
    [
      'whose seals were cut',
      'UPDATE outgoing_message SET mac = substring(mac FROM 1 FOR 16) WHERE id = ANY($1::uuid[])',
    ],
    [
      'whose texts were exchanged',
      'UPDATE outgoing_message m SET body = o.body FROM outgoing_message o WHERE m.id = ANY($1::uuid[]) AND o.id = ANY($1::uuid[]) AND o.id <> m.id',
    ],
    [
      'whose recipients were exchanged',
      'UPDATE outgoing_message m SET recipient = o.recipient FROM outgoing_message o WHERE m.id = ANY($1::uuid[]) AND o.id = ANY($1::uuid[]) AND o.id <> m.id',
    ],
  ])('sends nothing %s', async (_, tamper) => {
    const ids = await twoCodes();
    expect(ids).toHaveLength(2);
    await query(tamper, [ids]);
    await desk.work();
    expect(desk.sent()).toEqual([]);
    await query(`UPDATE outgoing_message SET state = 'failed' WHERE state = 'queued'`);
  });

  it('sends both when nothing was touched', async () => {
    await twoCodes();
    await desk.work();
    expect(desk.sent()).toHaveLength(2);
  });

  it('shows no line of a chat that was exchanged for another', async () => {
    const talk = await Talk.open(desk);
    await talk.say('Hei');
    await query(
      'UPDATE activity SET mac = (SELECT mac FROM activity WHERE conversation_id = $1 AND seq = 1) WHERE conversation_id = $1 AND seq = 3',
      [talk.id],
    );
    await expect(talk.lines()).rejects.toThrow('SKR_REPLY_NOT_ISSUED');
  });
});

describe('a sealed column [lock 3]', () => {
  const nameOf = async (partyId: string, row = partyId): Promise<string | null> => {
    const [stored] = await query<{ name: Buffer }>('SELECT name FROM party WHERE id = $1', [partyId]);
    const shown = await desk.vault.show(stored?.name ?? null, { table: 'party', column: 'name', row });
    return shown === null ? null : open(shown);
  };

  it('opens in its own row, and not when it was moved to another row or column', async () => {
    expect(await nameOf(kari.partyId)).toBe('Kari Fjellanger');
    await expect(nameOf(kari.partyId, ola.partyId)).rejects.toThrow('SKR_SEAL_BROKEN');
    await query('UPDATE party SET address = name WHERE id = $1', [ola.partyId]);
    const [row] = await query<{ address: Buffer }>('SELECT address FROM party WHERE id = $1', [ola.partyId]);
    const place = { table: 'party', column: 'address', row: ola.partyId };
    await expect(desk.vault.show(row?.address ?? null, place)).rejects.toThrow();
  });

  it('is nowhere in the clear: no table holds a name, an address or a number as it is', async () => {
    const tables = await query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const secrets = [
      'Fjellanger',
      kari.email,
      'Tytebærvegen',
      ...kari.cases.flatMap((one) => [one.caseNumber, one.letterCode, one.caseNumber.slice(3)]),
    ];
    for (const { name } of tables) {
      const rows = await query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      const hex = Buffer.from(text, 'utf8').toString('latin1');
      for (const secret of secrets) {
        expect([name, text.includes(secret)]).toEqual([name, false]);
        expect([name, hex.includes(Buffer.from(secret, 'utf8').toString('hex'))]).toEqual([name, false]);
      }
    }
    expect(tables.length).toBeGreaterThan(20);
  });

  it('is found by the keyed hash of surname and of street with postcode', async () => {
    const key = desk.settings.SKRANKE_INDEX_KEY;
    const found = await query<{ id: string }>(
      'SELECT id FROM party WHERE surname_index = $1 AND street_postcode_index = $2 ORDER BY id',
      [blindIndex('surname', 'fjellanger', key), blindIndex('street-postcode', 'tytebærvegen 14|2316', key)],
    );
    expect(found.map(({ id }) => id)).toEqual([kari.partyId, ola.partyId].sort());
  });

  it('is noise once its key is destroyed, in this process at once and in every other within a minute', async () => {
    const gone = await plant(desk, { key: 'gone', name: 'Gone Girl' });
    const other = await innerDesk(database);
    const [row] = await query<{ name: Buffer }>('SELECT name FROM party WHERE id = $1', [gone.partyId]);
    const place = { table: 'party', column: 'name', row: gone.partyId };
    expect(await other.vault.show(row?.name ?? null, place)).not.toBeNull();
    await desk.vault.destroy({ kind: 'party', id: gone.partyId });
    expect(await desk.vault.show(row?.name ?? null, place)).toBeNull();
    const { now } = Date;
    Date.now = () => now() + 60_000;
    expect(await other.vault.show(row?.name ?? null, place)).toBeNull();
    Date.now = now;
    await other.close();
  });

  it('is linked to the person as soon as she has proven that it is hers', async () => {
    const talk = await Talk.open(desk);
    const linked = async () => {
      const { Client } = await import('pg');
      const client = new Client({ connectionString: database.keysUrl });
      await client.connect();
      const { rows } = await client.query<{ owner: string }>(
        `SELECT k.owner_kind AS owner FROM keys.data_key_subject s JOIN keys.data_key k ON k.id = s.data_key_id
          WHERE s.subject_id = $1 AND (k.owner_id = $2 OR k.owner_kind = 'case') ORDER BY 1`,
        [kari.partyId, talk.id],
      );
      await client.end();
      return rows.map(({ owner }) => owner);
    };
    await talk.say('Jeg vil ha innsyn i opplysningene mine');
    expect(await linked()).toEqual([]);
    await talk.say(kari.cases[0]?.letterCode ?? '');
    await talk.say('Jeg bestrider kravet');
    expect(await linked()).toEqual(expect.arrayContaining(['case', 'conversation']));
  });
});

describe('reading about a person [S8, Art. 18]', () => {
  const reads = async (purpose: Purpose) => {
    const index = blindIndex('email', kari.email, desk.settings.SKRANKE_INDEX_KEY);
    const { manager } = desk.source;
    return {
      claims: (await desk.get(ClaimsRepository).ofParty(manager, kari.partyId, purpose)).length,
      points: (await desk.get(PartiesRepository).reachableBy(manager, 'email', index, purpose, desk.clock.now()))
        .length,
      name: (await desk.get(PartiesRepository).nameOf(manager, kari.partyId, purpose)) !== null,
    };
  };

  it('whose processing is restricted gives nothing to a purpose that restriction does not allow', async () => {
    expect(await reads(purposes.dunning)).toEqual({ claims: 2, points: 1, name: true });
    await query('UPDATE party SET restricted_since = now() WHERE id = $1', [kari.partyId]);
    expect(await reads(purposes.dunning)).toEqual({ claims: 0, points: 0, name: false });
    for (const purpose of [purposes.answerOwnQuestion, purposes.proveIdentity, purposes.handleCase])
      expect(await reads(purpose)).toEqual({ claims: 2, points: 1, name: true });
    await query('UPDATE party SET restricted_since = NULL WHERE id = $1', [kari.partyId]);
  });
});

describe('an error of the database [lock 3, ND15]', () => {
  it('tells neither the outside nor the log its parameters, its query or its detail', async () => {
    const secret = 'kari.fjellanger@brevdue.example';
    const insert = `INSERT INTO recurring_run (name, last_run_at) VALUES ($1, now())`;
    await query(insert, [secret]);
    const thrown: unknown = await query(insert, [secret]).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(QueryFailedError);
    expect(JSON.stringify(thrown)).toContain(secret); // it is there to be told

    const told: unknown[] = [];
    const logged: unknown[] = [];
    const note = (...words: unknown[]): void => void logged.push(words);
    Logger.overrideLogger({ log: note, error: note, warn: note });
    const response = {
      headersSent: false,
      setHeader: note,
      status: (code: number) => ({ json: (body: unknown) => told.push(code, body) }),
    };
    new ErrorsFilter().catch(thrown, {
      switchToHttp: () => ({ getResponse: () => response }),
    } as never as ArgumentsHost);
    Logger.overrideLogger(false);
    expect(told[0]).toBe(500);
    expect(logged).toHaveLength(1);
    for (const text of [JSON.stringify(told), JSON.stringify(logged)]) {
      expect(text).not.toContain(secret);
      expect(text).not.toMatch(/recurring_run|INSERT|duplicate/);
    }
  });
});
