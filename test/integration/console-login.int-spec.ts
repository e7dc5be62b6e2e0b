/** Caseworkers' own accounts in production: made by the operator, taken up once, signed in with, and shut. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseworkerVerb } from '../../src/modules/tool/caseworker-command.service.js';
import { codeAt } from '../../src/modules/console/totp.js';
import { ConsoleClient, type ConsoleAnswer } from '../world/console-client.js';
import { openHouse, type MainHouse } from '../world/main-house.js';
import { operate, type OperatorLine as Line } from '../world/operator.js';

const minute = 60_000;
const password = 'en hest på hver låve';

let house: MainHouse;

beforeAll(async () => {
  house = await openHouse('production', { SKRANKE_PROXY_HOPS: '1' });
}, minute);

afterAll(async () => house.close());

const operator = async (verb: CaseworkerVerb, ...lines: readonly Line[]): Promise<readonly Line[]> =>
  operate({ config: house.settings.configDirectory, databaseUrl: house.settings.DATABASE_URL }, verb, lines);

const from = (address: string) => ({ 'X-Forwarded-For': address });

const enrol = async (code: unknown): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> => {
  const stranger = ConsoleClient.stranger(house.url);
  const begun = await stranger.call('POST', 'enrolment', { code });
  expect([begun.status, code]).toEqual([200, expect.any(String)]);
  const { secret } = begun.body as { secret: string };
  const totp = codeAt(secret, step() - 1);
  const done = await stranger.call('POST', 'enrolment/finish', { code, password, totp });
  return { secret, recovery: (done.body as { recoveryCodes: string[] }).recoveryCodes };
};

const step = (): number => Math.floor(Date.now() / 30_000);

const signIn = async (body: Line, address = '192.0.2.1'): Promise<ConsoleAnswer> =>
  ConsoleClient.stranger(house.url).call('POST', 'login', body, from(address));

const cookieIn = ({ headers }: ConsoleAnswer): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

const queuesBy = async (cookie: string): Promise<number> =>
  (await ConsoleClient.stranger(house.url).call('GET', 'queues', undefined, { Cookie: cookie })).status;

const added = async (key: string): Promise<unknown> =>
  (await operator('add', { caseworker: key, name: `N ${key}`, roles: ['caseworker'] }))[0]?.['enrolmentCode'];

describe('an account of a caseworker', () => {
  it('is made by the operator, taken up once with an authenticator, and opens the console', async () => {
    const before = await ConsoleClient.stranger(house.url).call('GET', 'session');
    expect(before.body).toMatchObject({ open: false, demo: false, offered: [] });
    const code = await added('kari');
    expect((await ConsoleClient.stranger(house.url).call('GET', 'session')).body).toMatchObject({ open: true });
    const { secret, recovery } = await enrol(code);
    expect(recovery).toHaveLength(10);
    expect((await ConsoleClient.stranger(house.url).call('POST', 'enrolment', { code })).status).toBe(401);
    const answer = await signIn({ name: ' Kari ', password, code: codeAt(secret, step()) });
    expect([answer.status, answer.body]).toMatchObject([200, { worker: { id: 'kari', roles: ['caseworker'] } }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await queuesBy(cookieIn(answer))).toBe(200);
  });

  it('takes the same digits once, and a recovery code once', async () => {
    const { secret, recovery } = await enrol(await added('ola'));
    const digits = { name: 'ola', password, code: codeAt(secret, step()) };
    expect([(await signIn(digits)).status, (await signIn(digits)).status]).toEqual([200, 401]);
    const paper = { name: 'ola', password, code: recovery[3] };
    expect([(await signIn(paper)).status, (await signIn(paper)).status]).toEqual([200, 401]);
  });

  it('does not use a code up where the password is wrong', async () => {
    const { recovery } = await enrol(await added('siv'));
    expect((await signIn({ name: 'siv', password: 'noe helt annet', code: recovery[0] })).status).toBe(401);
    expect((await signIn({ name: 'siv', password, code: recovery[0] })).status).toBe(200);
  });

  it('answers a wrong name, password and code with the same bytes', async () => {
    const { secret } = await enrol(await added('eli'));
    const answers = await Promise.all(
      [
        { name: 'nobody', password, code: '000000' },
        { name: 'eli', password: 'feil feil feil feil', code: codeAt(secret, step()) },
        { name: 'eli', password, code: '12' },
      ].map((body) => signIn(body, '192.0.2.2')),
    );
    const bare = answers.map(({ status, body }) => [status, JSON.stringify(body).replace(/[0-9a-f-]{36}/, '')]);
    expect(new Set(bare.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  it('keeps neither password, code nor secret in the clear', async () => {
    const code = await added('geir');
    const { secret, recovery } = await enrol(code);
    const [row] = await house.source.query<object[]>(
      `SELECT password_hash, encode(totp_secret, 'escape') AS totp, recovery_hashes, enrolment_hash
         FROM caseworker_login WHERE caseworker_id = 'geir'`,
    );
    for (const word of [password, secret, recovery[0], code]) expect(JSON.stringify(row)).not.toContain(word);
    expect(row).toMatchObject({ password_hash: expect.stringMatching(/^argon2id\$19456\$2\$/), enrolment_hash: null });
  });

  it('refuses a password that is short or common and digits that are wrong, and stays open for another try', async () => {
    const code = await added('tone');
    const stranger = ConsoleClient.stranger(house.url);
    const { secret } = (await stranger.call('POST', 'enrolment', { code })).body as { secret: string };
    const finish = async (password: string, totp: string): Promise<unknown> =>
      (await stranger.call('POST', 'enrolment/finish', { code, password, totp })).body;
    expect(await finish('kort', codeAt(secret, step()))).toEqual({ outcome: 'refused', fault: 'short' });
    expect(await finish('Password1234', codeAt(secret, step()))).toEqual({ outcome: 'refused', fault: 'common' });
    expect(await finish(password, codeAt(secret, step() + 40))).toEqual({ outcome: 'refused', fault: 'totp' });
    expect(await finish(password, codeAt(secret, step()))).toMatchObject({ outcome: 'done' });
  });
});

describe('an account that is shut', () => {
  it('lets nobody in, and its open sessions are dead with the next request [I11]', async () => {
    const { secret, recovery } = await enrol(await added('unni'));
    const answer = await signIn({ name: 'unni', password, code: codeAt(secret, step()) });
    expect(await queuesBy(cookieIn(answer))).toBe(200);
    expect(await operator('disable', { id: 7, caseworker: 'unni' })).toEqual([
      { id: 7, caseworker: 'unni', state: 'disabled' },
    ]);
    expect(await queuesBy(cookieIn(answer))).toBe(401);
    expect((await signIn({ name: 'unni', password, code: recovery[0] })).status).toBe(401);
  });

  it('begins anew after a reset: the old password, authenticator and sessions count no more', async () => {
    const { secret, recovery } = await enrol(await added('arne'));
    const answer = await signIn({ name: 'arne', password, code: codeAt(secret, step()) });
    const [reset] = await operator('reset', { caseworker: 'arne' });
    expect(await queuesBy(cookieIn(answer))).toBe(401);
    expect((await signIn({ name: 'arne', password, code: recovery[0] })).status).toBe(401);
    const anew = await enrol(reset?.['enrolmentCode']);
    expect((await signIn({ name: 'arne', password, code: anew.recovery[0] })).status).toBe(200);
  });

  it('is on record with everything the operator did, and the codes are not', async () => {
    const rows = await house.source.query<object[]>(
      `SELECT action, actor_kind, decision FROM journal_entry WHERE action LIKE 'caseworker-%' AND decision->>'caseworker' = 'arne' ORDER BY at`,
    );
    expect(rows).toEqual(
      ['add', 'reset'].map((verb) => ({
        action: `caseworker-${verb}`,
        actor_kind: 'operator',
        decision: { caseworker: 'arne' },
      })),
    );
  });
});

describe('trying to sign in', () => {
  it('is refused to an address that failed too often, and to no other', async () => {
    const { recovery } = await enrol(await added('nina'));
    const guesses = Array.from({ length: 20 }, (_, n) => ({ name: `n${String(n)}`, password, code: '000000' }));
    for (const guess of guesses) expect((await signIn(guess, '192.0.2.9')).status).toBe(401);
    const right = { name: 'nina', password, code: recovery[0] };
    expect((await signIn(right, '192.0.2.9')).status).toBe(429);
    expect((await signIn(right, '192.0.2.10')).status).toBe(200);
  });

  it('only becomes slow on an account others tried in vain: nobody is locked out', async () => {
    const { recovery } = await enrol(await added('per'));
    for (let n = 0; n < 4; n += 1)
      await signIn({ name: 'per', password: 'gjetning nr n', code: '1' }, `192.0.3.${String(n)}`);
    const start = Date.now();
    expect((await signIn({ name: 'per', password, code: recovery[0] })).status).toBe(200);
    expect(Date.now() - start).toBeGreaterThanOrEqual(500);
  });

  it('is not possible for a caseworker who has no account, nor by one click', async () => {
    await house.source.query(`INSERT INTO caseworker (id, name, roles) VALUES ('bare', 'B', '{lead}')`);
    expect((await signIn({ name: 'bare', password, code: '000000' })).status).toBe(401);
    const click = await ConsoleClient.stranger(house.url).call('POST', 'session', { caseworkerId: 'bare' });
    expect(click.status).toBe(404);
  });
});

describe('the operator', () => {
  it('is told which line was wrong, and the rest is done', async () => {
    const answers = await operator(
      'add',
      { id: 'a', caseworker: 'Not A Key', name: 'A', roles: ['caseworker'] },
      { id: 'b', caseworker: 'berit', roles: ['caseworker'] },
      { id: 'c', caseworker: 'cato', name: 'C', roles: ['king'] },
      { id: 'd', caseworker: 'dag', name: 'D', roles: ['lead'] },
      { id: 'e', caseworker: 'dag', name: 'D', roles: ['lead'] },
    );
    expect(answers.map((one) => [one['id'], (one['error'] as { code: string } | undefined)?.code ?? 'ok'])).toEqual([
      ['a', 'SKR_BAD_INPUT'],
      ['b', 'SKR_BAD_INPUT'],
      ['c', 'SKR_BAD_INPUT'],
      ['d', 'ok'],
      ['e', 'SKR_CONFLICT'],
    ]);
    expect(await operator('disable', { caseworker: 'ghost' })).toMatchObject([{ error: { code: 'SKR_NOT_FOUND' } }]);
  });
});
