import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../world/database.js';

const open: FreshDatabase[] = [];

const fresh = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  open.push(database);
  return database;
};

const ask = async (url: string, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.drop()));
});

describe('the roles of the database', () => {
  it('gives every test a migrated database of its own', async () => {
    const [one, other] = [await fresh(), await fresh()];
    await ask(one.appUrl, `INSERT INTO dev_sent_mail (envelope_to, raw) VALUES ('{}', '')`);
    expect(await ask(one.appUrl, 'SELECT envelope_to FROM dev_sent_mail')).toHaveLength(1);
    expect(await ask(other.appUrl, 'SELECT envelope_to FROM dev_sent_mail')).toHaveLength(0);
  });

  it('lets the application change no schema', async () => {
    const { appUrl } = await fresh();
    await expect(ask(appUrl, 'CREATE TABLE mine (id integer)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(appUrl, 'CREATE TEMPORARY TABLE mine (id integer)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(appUrl, 'DROP TABLE dev_sent_mail')).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps the data keys from the application, and the tables from the keys role', async () => {
    const { appUrl, keysUrl } = await fresh();
    await expect(ask(appUrl, 'SELECT * FROM keys.data_key')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(keysUrl, 'SELECT * FROM party')).rejects.toMatchObject({ code: '42501' });
    expect(await ask(keysUrl, 'SELECT * FROM keys.data_key')).toHaveLength(0);
  });
});
