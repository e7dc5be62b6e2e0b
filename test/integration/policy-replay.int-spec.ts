/** What a real desk told, decided again by the policy of its day. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { PolicyVersionsRepository } from '../../src/modules/journal/policy-versions.repository.js';
import { replayAll } from '../../src/modules/tool/policy-replay.service.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, type InnerDesk } from '../world/inner-desk.js';
import { plant } from '../world/planted.js';
import { shippedPolicy } from '../world/shipped-policy.js';
import { Talk } from '../world/talk.js';

let database: FreshDatabase;
let desk: InnerDesk;
let kari: Awaited<ReturnType<typeof plant>>;

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
  kari = await plant(desk, { key: 'kari', name: 'Kari Fjellanger' });
  await new PolicyVersionsRepository(desk.source, desk.clock as never, shippedPolicy).onApplicationBootstrap();
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

describe('the replay of the journal [ND13]', () => {
  it('finds every disclosure of a conversation to be the one the policy of its day makes', async () => {
    const talk = await Talk.open(desk);
    await talk.say('Hva skylder jeg?');
    await talk.say(kari.cases[0]?.letterCode ?? '');
    await talk.say('Hva skylder jeg?');
    await talk.say('Hvem deler dere opplysninger med?');
    const replayed = await replayAll(database.appUrl);
    expect(replayed).toMatchObject({ ok: true, different: 0, versions: [shippedPolicy.disclosure.version] });
    expect(replayed.disclosures).toBeGreaterThan(4);
  });

  it('names the line that does not fit', async () => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string }>(
      `UPDATE journal_entry SET decision = jsonb_set(decision, '{disclosed,0,facts}', '["outstanding", "healthNotes"]')
        WHERE id = (SELECT id FROM journal_entry WHERE decision::text LIKE '%claim-by-letter%' LIMIT 1) RETURNING id`,
    );
    await client.end();
    const { ok, differences } = await replayAll(database.appUrl);
    expect(ok).toBe(false);
    expect(differences.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });
});
