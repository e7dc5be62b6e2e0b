/**
 * A verified balance turn through the product's own door, 16 people at once, against two anchors of the same run:
 * (a) botbuilder with a bare adapter that echoes over HTTP, (b) a bare Postgres turn on the desk's own cluster with
 * fsync (lock, dedupe, two inserts, update, NOTIFY).
 */
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActivityHandler, BotAdapter, TurnContext, type Activity } from 'botbuilder';
import { Pool } from 'pg';
import { ChatClient } from '../test/world/chat-client.js';
import { people, startDesk } from '../test/world/running-desk.js';
import { childWith, cpuOf, residentMb } from './processes.js';

const clients = 16;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8);

type Rate = {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
};

const measure = async (turn: (client: number) => Promise<boolean>): Promise<Rate> => {
  const times: number[] = [];
  let failed = 0;
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const start = performance.now();
        if (!(await turn(client))) failed += 1;
        times.push(performance.now() - start);
      }
    }),
  );
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
  return { turnsPerSecond: Math.round(times.length / seconds), p50Ms: at(0.5), p99Ms: at(0.99), failed };
};

const agent = new Agent({ keepAlive: true, maxSockets: clients });

const post = async (
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((settle, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      },
      (response: IncomingMessage) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => settle({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const barePostgres = async (url: string): Promise<Rate> => {
  const pool = new Pool({ connectionString: url, max: clients });
  pool.on('error', () => undefined);
  await pool.query('CREATE SCHEMA bench');
  await pool.query('CREATE TABLE bench.talk (id int PRIMARY KEY, seq int NOT NULL)');
  await pool.query('CREATE TABLE bench.line (talk int, seq int, client text, body text, PRIMARY KEY (talk, seq))');
  await pool.query('CREATE UNIQUE INDEX ON bench.line (talk, client)');
  await pool.query('INSERT INTO bench.talk SELECT n, 0 FROM generate_series(0, $1) n', [clients]);
  let next = 0;
  const rate = await measure(async (client) => {
    const connection = await pool.connect();
    const id = `c${String((next += 1))}`;
    await connection.query('BEGIN');
    const { rows } = await connection.query<{ seq: number }>('SELECT seq FROM bench.talk WHERE id = $1 FOR UPDATE', [
      client,
    ]);
    await connection.query('SELECT 1 FROM bench.line WHERE talk = $1 AND client = $2', [client, id]);
    const seq = rows[0]?.seq ?? 0;
    await connection.query('INSERT INTO bench.line VALUES ($1, $2, $3, $4)', [client, seq + 1, id, 'x'.repeat(200)]);
    await connection.query('INSERT INTO bench.line VALUES ($1, $2, NULL, $3)', [client, seq + 2, 'y'.repeat(800)]);
    await connection.query('UPDATE bench.talk SET seq = $2 WHERE id = $1', [client, seq + 2]);
    await connection.query(`SELECT pg_notify('bench', $1)`, [String(client)]);
    await connection.query('COMMIT');
    connection.release();
    return true;
  });
  await pool.query('DROP SCHEMA bench CASCADE');
  await pool.end();
  return rate;
};

class Echo extends BotAdapter {
  override sendActivities = (_: TurnContext, activities: readonly object[]) =>
    Promise.resolve(activities.map(() => ({ id: '1' })));
  override updateActivity = () => Promise.resolve();
  override deleteActivity = () => Promise.resolve();
  override continueConversation = () => Promise.resolve();
}

const bareBot = async (): Promise<Rate & { readonly cpuMicrosPerTurn: number }> => {
  const handler = new ActivityHandler();
  handler.onMessage(async (context, next) => {
    await context.sendActivity(`echo ${context.activity.text}`);
    await next();
  });
  const adapter = new Echo();
  const server = createServer((incoming, outgoing) => {
    let text = '';
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
    incoming.on(
      'end',
      () =>
        void handler
          .run(new TurnContext(adapter, JSON.parse(text) as Partial<Activity>))
          .then(() => outgoing.end('{"id":"1"}')),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as { port: number };
  const before = process.cpuUsage();
  const rate = await measure(
    async () =>
      (
        await post(
          `http://127.0.0.1:${String(port)}/`,
          {},
          JSON.stringify({
            type: 'message',
            text: 'Hva er kravet på?',
            channelId: 'directline',
            conversation: { id: 'c' },
            from: { id: 'u' },
            recipient: { id: 'b' },
          }),
        )
      ).status === 200,
  );
  const used = process.cpuUsage(before);
  server.closeAllConnections();
  server.close();
  return { ...rate, cpuMicrosPerTurn: Math.round((used.user + used.system) / (rate.turnsPerSecond * seconds)) };
};

/** The same rules, but for the flood gate: a bench is a flood. */
const openGate = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-bench-'));
  cpSync(new URL('../config', import.meta.url), folder, { recursive: true });
  const path = join(folder, 'policy/assurance.yaml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/messagesPerConversationMinute: \d+/, 'messagesPerConversationMinute: 1000000'),
  );
  return folder;
};

const config = openGate();
const desk = await startDesk({ SKRANKE_CONFIG: config });
try {
  const ready = (await people(desk))
    .filter((one) => one.cases.some((each) => each.outstandingOre > 0))
    .slice(0, clients);
  const chats = await Promise.all(
    ready.map(async (person) => {
      const chat = await ChatClient.open(desk.url);
      await chat.say(person.cases.find((one) => one.outstandingOre > 0)?.letterCode ?? '');
      await chat.read(0);
      return chat;
    }),
  );
  const main = childWith(desk.process.pid ?? 0, 'main.js');
  const worker = childWith(desk.process.pid ?? 0, 'worker.js');
  const idle = { mainMb: residentMb(main), workerMb: residentMb(worker) };
  let sent = 0;
  const turn = async (client: number): Promise<boolean> => {
    const chat = chats[client % chats.length];
    if (chat === undefined) return false;
    const body = JSON.stringify({
      type: 'message',
      text: 'Hva er kravet på?',
      locale: 'nb-NO',
      channelData: { clientActivityID: String((sent += 1)) },
    });
    return (
      (
        await post(
          `${desk.url}/v3/directline/conversations/${chat.conversationId}/activities`,
          { Authorization: `Bearer ${chat.bearer}` },
          body,
        )
      ).status === 200
    );
  };
  const cpuBefore = cpuOf(main);
  const ours = await measure(turn);
  const cpuMicrosPerTurn = Math.round(((cpuOf(main) - cpuBefore) / (ours.turnsPerSecond * seconds)) * 1e6);
  const { passwords } = JSON.parse(readFileSync(join(desk.dataFolder, 'postgres/postgres.json'), 'utf8')) as {
    passwords: { owner: string };
  };
  const postgresPort = Number(new URL(desk.url).port) + 2432;
  const postgres = await barePostgres(
    `postgres://skranke_owner:${passwords.owner}@127.0.0.1:${String(postgresPort)}/skranke`,
  );
  const bot = await bareBot();
  console.log(
    JSON.stringify({
      figure: 'verified balance turn',
      clients,
      seconds,
      desk: { ...ours, cpuMicrosPerTurn },
      barePostgresTurn: postgres,
      botbuilderEcho: bot,
      ratioToBarePostgres: Math.round((ours.turnsPerSecond / postgres.turnsPerSecond) * 100) / 100,
      cpuRatioToBotbuilder: Math.round((cpuMicrosPerTurn / bot.cpuMicrosPerTurn) * 10) / 10,
      idle,
    }),
  );
} finally {
  await desk.stop();
  rmSync(config, { recursive: true, force: true });
}
