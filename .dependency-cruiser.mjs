/**
 * The two rules of the house, as dependency-cruiser reads them: plain files are pure, and a room imports itself and
 * lower floors only. Every rule is made from the tables below; `test/architecture` runs them and seeds a violation of each.
 */

/** Which room stands on which floor. Rooms of floor 0 may use each other, without cycles (docs/decisions/0003). */
export const floors = [
  ['values', 'policy', 'disclosure', 'database'],
  ['parties', 'engagements', 'journal', 'recurring'],
  ['identity', 'requests', 'cases', 'claims', 'understanding'],
  ['conversation', 'casework', 'retention', 'intake', 'outbox'],
  ['bot', 'mail', 'sms', 'letters', 'eid', 'console', 'health', 'sample', 'tool'],
];

/** What each edge may call beside floor 0: its driver, and for the two benches the pure parts they show. */
export const edges = {
  bot: ['conversation', 'outbox'],
  mail: ['conversation', 'outbox'],
  sms: ['outbox'],
  letters: ['outbox'],
  eid: ['conversation'],
  console: ['casework'],
  health: [],
  sample: ['intake', 'conversation', 'claims'],
  tool: ['understanding', 'requests', 'claims', 'intake', 'retention', 'journal', 'mail'],
};

/** The closed list of endings of files that touch the world. A new one needs a decision record (0002). */
export const suffixes = [
  'module', 'controller', 'gateway', 'service', 'repository', 'entity', 'transport', 'job', 'guard', 'filter', 'schema', 'handler', 'migration',
];

/** The plain-named files that may touch the world: they put the house together. */
export const top = ['main', 'worker', 'app.module', 'settings'];

/** What a process is started with; everything else must be reached from one of these. */
export const entries = [
  'main', 'worker', 'modules/tool/start.service', 'modules/tool/skranke.service', 'modules/tool/train.service',
  'modules/tool/imap-process.service', 'modules/tool/test-id-provider.service', 'modules/tool/postgres-watchdog.service', 'modules/tool/migrate.service',
  'mail/parse-worker.service',
];

/** The files that may open a sealed value, each with its reason (lock 3). */
export const doors = {
  'disclosure/render': 'writes what a decision set free',
  'disclosure/vault.service': 'turns a sealed value into ciphertext',
  'identity/challenges.repository': 'looks an address up by its keyed hash',
  'casework/check-letter': 'reads a letter before it leaves',
  'casework/letter-rules.repository': 'looks up by keyed hash whose names and cases stand in a letter',
  'casework/show-case': 'shows a case to a caseworker who clears its queue',
  'conversation/answer-general': 'finds the paragraph of the notice that was asked for',
  'conversation/chat-sessions.service': 'shows a person her own lines',
  'conversation/file-case': 'knows the same words again by their keyed hash',
  'conversation/mail-threads.service': 'looks a sender up by keyed hash',
  'conversation/mail-sender.repository': 'remembers an address by its keyed hash',
  'conversation/next-flow': 'remembers what was asked for, under seal in the state',
  'conversation/read-meaning': 'understanding needs the words',
  'conversation/scene.repository': 'compares a typed code and reads the stored state',
  'conversation/turn-writer.repository': 'stores a line under seal again',
  'conversation/waiting-letters.repository': 'reads a caseworker\'s answer that follows a person to her next session',
  'mail/compose': 'writes the envelope and the words of a mail',
  'sms/compose-sms': 'writes the number of a text message',
  'letters/compose-letter': 'writes the address on a letter',
  'outbox/delivery.job': 'wipes the text of a code that was sent',
  'outbox/recipient-index': 'counts answers to one address by keyed hash',
};

const world = [
  '@nestjs/', 'typeorm', 'pg', 'pg-boss', 'pino', 'pino-http', 'nestjs-pino', 'imapflow', 'nodemailer', 'smtp-server', 'hoodiecrow-imap', 'pdfkit',
  'botbuilder', 'botbuilder-core', 'botframework-schema', 'ws', 'express', 'helmet', 'prom-client', 'rate-limiter-flexible', 'openid-client', 'oidc-provider', 'commander', 'reflect-metadata',
];
const worldBuiltins = [
  'fs', 'fs/promises', 'net', 'tls', 'dns', 'dns/promises', 'http', 'https', 'http2', 'dgram', 'child_process', 'worker_threads', 'cluster', 'timers', 'timers/promises',
  'process', 'perf_hooks', 'readline', 'readline/promises', 'module', 'os', 'async_hooks', 'inspector', 'repl', 'stream', 'stream/promises', 'v8', 'vm',
];

const edgeRooms = Object.keys(edges);
const either = (names) => `(?:${names.join('|')})`;
const room = (names) => `^src/(?:modules/)?${either(names)}/`;
const file = (names) => `^src/(?:modules/)?${either(names.map((name) => name.replaceAll('.', '\\.')))}\\.ts$`;
const suffixed = (names) => `\\.${either(names)}\\.ts$`;
const npm = (names) => names.map((name) => `(?:^|/)node_modules/(?:@types/)?${name}${name.endsWith('/') ? '' : '(?:/|$)'}`);
const spec = '\\.(?:spec|d)\\.ts$';
const shell = suffixes.filter((suffix) => suffix !== 'schema');
const plain = { path: '^src/', pathNot: [suffixed(shell), file(top), spec] };
const upTo = (floor) => floors.slice(0, floor + 1).flat();

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const purity = [
  forbid('plain-touches-no-world', 'A plain-named file is pure: time, randomness and policy are its parameters.', plain, {
    path: [...npm(world), `^(?:node:)?${either(worldBuiltins)}$`],
  }),
  forbid('plain-imports-no-shell', 'What a suffixed file does is not pure; hand its result over as a parameter.', plain, { path: suffixed(shell), pathNot: [suffixed(['entity', 'service']), spec] }),
  forbid('plain-takes-types-only', 'From a .service or an .entity a pure file may take types, never values.', plain, {
    path: suffixed(['entity', 'service']),
    dependencyTypesNot: ['type-only'],
  }),
];

const floorRules = [
  ...[0, 1, 2, 3].map((floor) =>
    forbid(`floor-${floor}-looks-down`, `A room of floor ${floor} imports itself and lower floors only.`, { path: room(floors[floor]), pathNot: spec }, { path: room(floors.slice(floor + 1).flat()) }),
  ),
  forbid('values-stand-alone', 'Values are below everything, policy included.', { path: room(['values']), pathNot: spec }, { path: '^src/', pathNot: room(['values']) }),
  ...[1, 2].map((floor) =>
    forbid(`floor-${floor}-siblings-apart`, 'Siblings never import each other; a driver composes them.', { path: `^src/modules/(${floors[floor].join('|')})/`, pathNot: spec }, {
      path: room(floors[floor]),
      pathNot: '^src/modules/$1/',
    }),
  ),
  forbid('drivers-apart', 'A driver never calls another; all of them may use the outbox.', { path: `^src/modules/(${floors[3].join('|')})/`, pathNot: spec }, {
    path: room(floors[3]),
    pathNot: ['^src/modules/$1/', room(['outbox'])],
  }),
  ...edgeRooms.map((edge) =>
    forbid(`${edge}-keeps-to-its-driver`, 'An edge calls its driver and nothing else.', { path: room([edge]), pathNot: spec }, { path: '^src/', pathNot: room([edge, ...upTo(0), ...edges[edge]]) }),
  ),
  forbid('edges-decide-nothing', 'What may be told is decided by a driver, never at the door.', { path: room(edgeRooms), pathNot: spec }, {
    path: file(['disclosure/decide', 'disclosure/render', 'disclosure/cipher']),
    dependencyTypesNot: ['type-only'],
  }),
  forbid('the-top-is-the-top', 'Nobody reaches for the files that put the house together.', { path: '^src/', pathNot: [file(top), spec] }, { path: file(top) }),
  forbid('rooms-are-listed', 'A new room is put on a floor first.', {}, { path: '^src/', pathNot: [room(floors.flat()), file(top), spec] }),
];

const packageRules = [
  forbid('botbuilder-in-bot', 'The Bot Framework is a channel adapter (0004).', { path: '^src/', pathNot: room(['bot']) }, { path: npm(['botbuilder', 'botbuilder-core', 'botframework-schema']) }),
  forbid('mail-packages-in-mail', 'Mail is read and sent in one place.', { path: '^src/', pathNot: room(['mail']) }, { path: npm(['imapflow', 'nodemailer', 'postal-mime', 'mailauth', 'sanitize-html']) }),
  forbid('demo-servers-in-tool', 'The mailbox of the demo is no part of the service.', { path: '^src/', pathNot: room(['tool']) }, { path: npm(['smtp-server', 'hoodiecrow-imap']) }),
  forbid('database-by-ending', 'Only these endings speak to Postgres.', { path: '^src/', pathNot: [suffixed(['repository', 'service', 'entity', 'migration', 'module', 'job', 'controller']), spec] }, {
    path: npm(['typeorm', 'pg']),
  }),
  forbid('service-uses-no-dev-package', 'What runs in production is listed under dependencies.', { path: '^src/', pathNot: spec }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
];

const lockRules = [
  forbid('the-door-is-guarded', 'Opening a sealed value needs a place on the list of doors.', { path: '^src/', pathNot: [file(Object.keys(doors)), spec] }, { path: file(['disclosure/open']) }),
  forbid('transports-are-wired', 'A transport is handed over by a module; only the outbox sends.', { path: '^src/', pathNot: [suffixed(['module']), spec] }, { path: suffixed(['transport']) }),
];

const shapeRules = [
  forbid('no-cycles', 'A cycle has no bottom to begin reading at.', {}, { circular: true }),
  forbid('no-dead-files', 'Every file is reached from something that is started.', { path: file(entries) }, { path: '^src/', pathNot: [file(entries), spec], reachable: false }),
  forbid('no-orphans', 'A file that nobody imports and that imports nobody.', { orphan: true, path: '^src/', pathNot: spec }, {}),
  forbid('everything-resolves', 'An import that leads nowhere.', { path: '^(?:src|web)/' }, { couldNotResolve: true }),
  forbid('web-speaks-http-only', 'The pages know the service by its HTTP alone.', { path: '^web/' }, { path: '^src/' }),
  forbid('service-knows-no-test', 'Nothing of the tests, the bench, the pages or the build stands in the service.', { path: '^src/', pathNot: spec }, { path: '^(?:test|bench|web|dist|config)/' }),
];

export default {
  forbidden: [...purity, ...floorRules, ...packageRules, ...lockRules, ...shapeRules],
  options: {
    doNotFollow: { path: ['node_modules'] },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types', 'typings'] },
  },
};
