import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askDatabase } from '../../world/desk-database.js';
import { eventually, people, startDesk, type DevPerson, type RunningDesk } from '../../world/running-desk.js';
import { markersOf, type Marker } from './markers.js';
import { Scanner } from './scan.js';
import { keepAnswer, mailFrom, Walker, type Kept } from './walk.js';

const walkersAtMost = 12;

type Flown = { readonly where: string; readonly kind: string; readonly dress: string; readonly near: string };
type Decided = { readonly facts: ReadonlySet<string> };
type Tally = { readonly flown: Flown[]; named: number; bytes: number; pieces: number };

/** @returns whether no canary flew, those that may were seen, and every planted one was found */
export const proveCanaries = async (): Promise<boolean> => {
  const started = Date.now();
  const desk = await startDesk({ LOG_LEVEL: 'debug' });
  try {
    const everybody = await people(desk);
    const markers = markersOf(everybody);
    const scanner = new Scanner(markers);
    const kept: Kept[] = [];
    const walkers = chosen(everybody);
    const typed = await walk(desk, kept, walkers);
    await knock(desk, kept, everybody);
    const tally: Tally = { flown: [], named: 0, bytes: 0, pieces: 0 };
    await scanChat(desk, kept, { scanner, typed, tally });
    await scanMail(desk, scanner, tally);
    await scanLogs(desk, scanner, tally);
    const planted = plantedFound(markers, scanner);
    console.log(
      JSON.stringify(
        {
          proof: 'canaries',
          markers: markers.length,
          walkers: walkers.length,
          pieces: tally.pieces,
          bytes: tally.bytes,
          namedByTheirDecision: tally.named,
          flown: tally.flown.length,
          first: tally.flown.slice(0, 10),
          planted,
          seconds: Math.round((Date.now() - started) / 1000),
        },
        null,
        2,
      ),
    );
    return tally.flown.length === 0 && tally.named > 100 && planted.missed.length === 0;
  } finally {
    await desk.stop();
  }
};

/** People of every kind and language: with cases and a mailbox first, then those who have neither. */
const chosen = (everybody: readonly DevPerson[]): readonly DevPerson[] => {
  const full = everybody.filter(({ email, cases }) => email !== null && cases.length > 0);
  const rest = everybody.filter(({ email, cases }) => email === null || cases.length === 0);
  return [...full.slice(0, walkersAtMost - 4), ...rest.slice(0, 4)];
};

const walk = async (desk: RunningDesk, kept: Kept[], walkers: readonly DevPerson[]): Promise<ReadonlySet<string>> => {
  const typed = new Set<string>();
  for (const person of walkers) {
    const stranger = await Walker.open(desk, kept, person);
    await stranger.sayWhatSheKnows();
    await stranger.sayAll();
    await stranger.readAll();
    const byLetter = await Walker.open(desk, kept, person);
    await byLetter.proveLetter(person.cases.length - 1);
    await byLetter.sayAll();
    await byLetter.readAll();
    const both = await Walker.open(desk, kept, person);
    if (person.cases.length > 0) await both.proveMailbox();
    await both.sayAll();
    await both.proveLetter();
    await both.sayAll();
    await both.readAll();
    for (const one of [stranger, byLetter, both]) for (const text of one.typed) typed.add(text);
    await mailFrom(desk, person, 'pass');
  }
  await settled(desk, walkers.filter(({ email }) => email !== null).length);
  return typed;
};

const settled = async (desk: RunningDesk, mails: number): Promise<void> => {
  await eventually(
    'the mails to be answered',
    async () => {
      const [row] = await askDatabase<{ in: number; waiting: number }>(
        desk,
        `SELECT (SELECT count(*)::int FROM inbound_mail) AS in, (SELECT count(*) FROM inbound_mail WHERE state = 'stored')::int
              + (SELECT count(*) FROM outgoing_message WHERE state = 'queued' AND channel = 'email')::int AS waiting`,
      );
      return row !== undefined && row.in >= mails && row.waiting === 0 ? true : null;
    },
    60_000,
  );
};

/** Doors that hold nothing of anybody, errors among them, and a database that breaks in the middle of a turn. */
const knock = async (desk: RunningDesk, kept: Kept[], everybody: readonly DevPerson[]): Promise<void> => {
  const [person] = everybody;
  if (person === undefined) return;
  const json = { 'Content-Type': 'application/json' };
  for (const path of [
    '/',
    '/healthz',
    '/readyz',
    '/metrics',
    '/notice',
    '/t/abcdefghijklmnopqrstuvwxyz',
    '/console',
    `/people/${encodeURIComponent(person.name)}`,
    '/api/console/queues',
    '/api/openapi.json',
  ])
    await keepAnswer(desk, kept, null, { method: 'GET', path });
  await keepAnswer(desk, kept, null, {
    method: 'POST',
    path: '/v3/directline/conversations',
    headers: json,
    body: `{"name": "${person.name}"`,
  });
  const walker = await Walker.open(desk, kept, person);
  await askDatabase(desk, 'ALTER TABLE journal_entry RENAME TO journal_away');
  await walker.say(`${person.name} ${person.nationalId ?? ''} ${person.cases[0]?.kid ?? ''}`);
  await askDatabase(desk, 'ALTER TABLE journal_away RENAME TO journal_entry');
  if (kept.at(-1)?.headers.startsWith('500') !== true) throw new Error('a broken database was not noticed');
};

type Scan = { readonly scanner: Scanner; readonly typed: ReadonlySet<string>; readonly tally: Tally };
type Activity = { readonly id: string; readonly from?: { readonly role?: string }; readonly text?: string };

/** A line of ours may hold what its decision named, about the one who was proven there; everything else holds nothing. */
const scanChat = async (desk: RunningDesk, kept: readonly Kept[], { scanner, typed, tally }: Scan): Promise<void> => {
  const decisions = await decisionsOf(desk);
  for (const { walker, where, headers, body } of kept) {
    count(tally, headers, body);
    note(tally, `${where}, headers`, headers, scanner.find(headers));
    const activities = activitiesIn(body);
    const around = activities.length === 0 ? body : '';
    note(tally, where, around, scanner.find(around));
    for (const activity of activities) {
      const text = JSON.stringify(activity);
      if (activity.from?.role === 'user' && typed.has(activity.text ?? '')) continue;
      const decided = decisions.get(activity.id);
      for (const finding of scanner.find(text)) {
        const allowed =
          finding.marker.facts.some((fact) => decided?.facts.has(fact) === true) &&
          finding.marker.owners.includes(walker ?? '');
        if (allowed) tally.named += 1;
        else note(tally, where, text, [finding]);
      }
    }
  }
};

const decisionsOf = async (desk: RunningDesk): Promise<ReadonlyMap<string, Decided>> => {
  const rows = await askDatabase<{
    id: string;
    decision: { disclosed?: readonly { facts: readonly string[] }[] } | null;
  }>(desk, `SELECT a.public_id AS id, j.decision FROM activity a JOIN journal_entry j ON j.id = a.decision_id`);
  return new Map(
    rows.map(({ id, decision }) => [id, { facts: new Set((decision?.disclosed ?? []).flatMap(({ facts }) => facts)) }]),
  );
};

const activitiesIn = (body: string): readonly Activity[] => {
  if (!body.startsWith('{')) return [];
  const read = JSON.parse(body) as { readonly activities?: readonly Activity[] };
  return read.activities ?? [];
};

/** What went out by mail and text message holds the address it went to, and no canary beside. */
const scanMail = async (desk: RunningDesk, scanner: Scanner, tally: Tally): Promise<void> => {
  const rows = await askDatabase<{ raw: Buffer; to: readonly string[] }>(
    desk,
    'SELECT raw, envelope_to AS to FROM dev_sent_mail',
  );
  const sent = [
    ...rows.map(({ raw, to }) => ({ text: raw.toString('latin1'), to, where: 'SMTP' })),
    ...(
      (await (await fetch(`${desk.url}/dev/mailbox.json`)).json()) as readonly { envelope: { to: readonly string[] } }[]
    ).map((mail) => ({ text: JSON.stringify(mail), to: mail.envelope.to, where: 'mail, decoded' })),
  ];
  for (const { text, to, where } of sent) {
    count(tally, text);
    note(
      tally,
      where,
      text,
      scanner.find(text).filter(({ marker }) => !to.includes(marker.value)),
    );
  }
};

const scanLogs = async (desk: RunningDesk, scanner: Scanner, tally: Tally): Promise<void> => {
  const folder = join(desk.dataFolder, 'log');
  const files = (await readdir(folder)).map((name) => join(folder, name));
  const texts: readonly (readonly [string, string])[] = [
    ...(await Promise.all(
      [...files, join(desk.dataFolder, 'postgres/postgres.log')].map(
        async (file) => [file.slice(desk.dataFolder.length), await readFile(file, 'utf8')] as const,
      ),
    )),
    ['printed', desk.output()],
  ];
  for (const [where, text] of texts) {
    count(tally, text);
    note(tally, where, text, scanner.find(text));
  }
};

const count = (tally: Tally, ...texts: readonly string[]): void => {
  tally.pieces += 1;
  tally.bytes += texts.reduce((sum, text) => sum + text.length, 0);
};

const note = (tally: Tally, where: string, text: string, findings: ReturnType<Scanner['find']>): void => {
  for (const { marker, dress } of findings) {
    const at = Math.max(0, text.indexOf(marker.value) - 80);
    tally.flown.push({ where, kind: marker.kind, dress, near: text.slice(at, at + 200) });
  }
};

/** A scanner that finds nothing proves nothing: each of these must be found. */
const plantedFound = (markers: readonly Marker[], scanner: Scanner) => {
  const [number, name] = [
    markers.find(({ kind }) => kind === 'national id')?.value ?? '',
    markers.find(({ kind, value }) => kind === 'name' && /[æøå]/.test(value))?.value ?? '',
  ];
  const plants: readonly (readonly [string, string])[] = [
    ['a log line', `{"level":30,"msg":"no such person ${name}"}`],
    ['a log line in lower case', `person=${name.toLowerCase()}`],
    ['a query string', `/x?q=${encodeURIComponent(name)}`],
    ['a header in base64', `x-debug: ${Buffer.from(`who=${name};`).toString('base64')}`],
    [
      'quoted-printable',
      [...Buffer.from(name)]
        .map((byte) => (byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
        .join(''),
    ],
    ['hex', Buffer.from(number).toString('hex')],
    ['a number in groups', `${number.slice(0, 6)} ${number.slice(6)}`],
    ['a number backwards', Array.from(number).reverse().join('')],
    ['a number in JSON', `{"id":"${number}"}`],
    ['HTML', name.replace(/[^\x20-\x7e]/g, (sign) => `&#${String(sign.codePointAt(0))};`)],
  ];
  return {
    planted: plants.length,
    missed: plants.filter(([, text]) => scanner.find(text).length === 0).map(([what]) => what),
  };
};
