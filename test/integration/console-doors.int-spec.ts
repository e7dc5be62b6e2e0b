import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { sessionAnswer } from '../../src/modules/console/answer.schema.js';
import { ClosedByDefaultGuard } from '../../src/modules/policy/may.guard.js';
import { ConsoleClient } from '../world/console-client.js';
import { openHouse, type MainHouse } from '../world/main-house.js';
import { declaredRoutes, servedRoutes } from '../world/routes.js';

const minute = 60_000;
const someId = '01890000-0000-7000-8000-000000000000';

let house: MainHouse;

beforeAll(async () => {
  house = await openHouse();
}, minute);

afterAll(async () => house.close());

@Controller('left-open')
class UndeclaredController {
  @Get('here')
  here(): string {
    return 'in';
  }
}

@Module({ controllers: [UndeclaredController], providers: [{ provide: APP_GUARD, useClass: ClosedByDefaultGuard }] })
class UndeclaredModule {}

describe('every route', () => {
  it('says who may use it, and the server serves no other', () => {
    const routes = declaredRoutes(house.app);
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter(({ may }) => may === null)).toEqual([]);
    expect(routes.filter(({ may }) => may?.who === 'anyone' && may.reason.length < 10)).toEqual([]);
    const declared = routes.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(servedRoutes(house.app))].sort()).toEqual([...new Set(declared)].sort());
  });

  it('that does not say so is found by this test and closed by the guard', async () => {
    const app = await NestFactory.create(UndeclaredModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    expect(declaredRoutes(app)).toEqual([{ method: 'GET', path: '/left-open/here', may: null }]);
    const { status } = await fetch(`${await app.getUrl()}/left-open/here`);
    expect(status).not.toBe(200);
    await app.close();
  });

  it('of the console is closed to who is not signed in, but for the session itself', async () => {
    const stranger = ConsoleClient.stranger(house.url);
    const guarded = declaredRoutes(house.app).filter(({ may }) => may?.who === 'caseworker');
    expect(guarded.length).toBeGreaterThan(7);
    for (const { method, path } of guarded) {
      const { status } = await stranger.call(method, pathIn(path), method === 'GET' ? undefined : {});
      expect([method, path, status]).toEqual([method, path, 401]);
    }
  });
});

const pathIn = (path: string): string => path.replace('/api/console/', '').replace(':id', someId);

describe('every change through the console', () => {
  it('is refused from a foreign, empty or missing Origin, whoever is signed in [C08]', async () => {
    const changing = declaredRoutes(house.app).filter(
      ({ method, path }) => path.startsWith('/api/console/') && method !== 'GET',
    );
    expect(changing.map(({ method }) => method)).toEqual(expect.arrayContaining(['POST', 'PUT', 'DELETE']));
    expect(changing.length).toBeGreaterThanOrEqual(6);
    const foreign = [
      'https://evil.example',
      'null',
      house.url.replace('127.0.0.1', 'localhost'),
      `${house.url}.evil.example`,
      '',
    ];
    for (const { method, path } of changing) {
      const worker = await ConsoleClient.signIn(house.url, 'peder');
      for (const origin of foreign) {
        const { status } = await worker.call(method, pathIn(path), {}, { Origin: origin });
        expect([method, path, origin, status]).toEqual([method, path, origin, 403]);
      }
      expect((await withoutOrigin(method, path, worker.session)).status).toBe(403);
      expect((await worker.call(method, pathIn(path), {})).status).not.toBe(403);
    }
  });

  it('needs a JSON body: a form of another site cannot make one', async () => {
    const worker = await ConsoleClient.signIn(house.url, 'peder');
    const response = await fetch(`${house.url}/api/console/cases/${someId}/acts`, {
      method: 'POST',
      headers: { Origin: house.url, Cookie: worker.session, 'Content-Type': 'text/plain' },
      body: '{"do":"claim","version":1}',
    });
    expect(response.status).toBe(400);
  });

  it('takes nothing that is not named: an unknown field is refused [C18]', async () => {
    const worker = await ConsoleClient.signIn(house.url, 'peder');
    for (const extra of [{ roles: ['lead'] }, { assignee: 'peder' }, { __proto__: { a: 1 }, constructor: 1 }])
      expect((await worker.act(someId, { do: 'claim', version: 1, ...extra })).status).toBe(400);
  });
});

const withoutOrigin = (method: string, path: string, cookie: string): Promise<Response> =>
  fetch(`${house.url}/api/console/${pathIn(path)}`, {
    method,
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: '{}',
  });

describe('a session of the console', () => {
  it('is one click in demo mode, in a cookie no script and no other site can use', async () => {
    const stranger = ConsoleClient.stranger(house.url);
    const before = sessionAnswer.parse((await stranger.call('GET', 'session')).body);
    expect([before.open, before.worker, before.offered.length]).toEqual([true, null, 5]);
    const { headers } = await stranger.call('POST', 'session', { caseworkerId: 'liv' });
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-skranke-console=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is kept by the hash of its token only', async () => {
    const { session } = await ConsoleClient.signIn(house.url, 'liv');
    const token = session.split('=')[1] ?? '';
    const rows = await house.source.query<{ hash: string }[]>(
      `SELECT encode(token_hash, 'escape') AS hash FROM console_session WHERE caseworker_id = 'liv'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ hash }) => hash.includes(token))).toEqual([]);
  });

  it('ends when she leaves, when its time is over, and when nobody has used it for an hour', async () => {
    const [left, over, idle] = await Promise.all(
      ['liv', 'liv', 'idun'].map((key) => ConsoleClient.signIn(house.url, key)),
    );
    expect((await left!.call('DELETE', 'session')).status).toBe(204);
    expect((await left!.call('GET', 'queues')).status).toBe(401);
    expect((await over!.call('GET', 'queues')).status).toBe(200);
    await house.source.query(
      `UPDATE console_session SET expires_at = now() - interval '1 second' WHERE caseworker_id = 'liv'`,
    );
    await house.source.query(
      `UPDATE console_session SET last_seen_at = now() - interval '61 minutes' WHERE caseworker_id = 'idun'`,
    );
    expect((await over!.call('GET', 'queues')).status).toBe(401);
    expect((await idle!.call('GET', 'queues')).status).toBe(401);
  });

  it('begins anew with every sign-in: an older token does not live on', async () => {
    const worker = await ConsoleClient.signIn(house.url, 'amund');
    const second = await worker.call('POST', 'session', { caseworkerId: 'peder' });
    expect(second.status).toBe(200);
    expect((await worker.call('GET', 'queues')).status).toBe(401);
  });

  it('is not given to somebody nobody knows', async () => {
    const stranger = ConsoleClient.stranger(house.url);
    expect((await stranger.call('POST', 'session', { caseworkerId: 'nobody' })).status).toBe(404);
    expect((await stranger.call('POST', 'session', { caseworkerId: 7 })).status).toBe(400);
    expect((await stranger.call('POST', 'session')).status).toBe(400);
  });
});

describe('the document of the API', () => {
  it('tells every route of the console with the shape of its answer', async () => {
    const document = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    };
    expect(document.openapi).toMatch(/^3\./);
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = declaredRoutes(house.app)
      .filter(({ path }) => path.startsWith('/api/console/'))
      .map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`);
    expect(told.sort()).toEqual([...routes].sort());
    expect(JSON.stringify(document.paths['/api/console/cases/{id}']?.['get']?.responses)).toContain('mayTell');
  });
});

describe('production', () => {
  it(
    'opens the console to nobody before an operator has made an account, and never by one click',
    async () => {
      const production = await openHouse('production');
      try {
        const stranger = ConsoleClient.stranger(production.url);
        const session = sessionAnswer.parse((await stranger.call('GET', 'session')).body);
        expect([session.open, session.offered, session.worker]).toEqual([false, [], null]);
        await production.source.query(`INSERT INTO caseworker (id, name, roles) VALUES ('a', 'A', '{lead}')`);
        expect((await stranger.call('POST', 'session', { caseworkerId: 'a' })).status).toBe(404);
        for (const { method, path, may } of declaredRoutes(production.app))
          if (may?.who === 'caseworker') {
            const { status } = await stranger.call(method, pathIn(path), method === 'GET' ? undefined : {});
            expect([method, path, status]).toEqual([method, path, 401]);
          }
      } finally {
        await production.close();
      }
    },
    minute,
  );
});
