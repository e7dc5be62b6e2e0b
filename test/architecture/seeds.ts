/**
 * One small wrong for every rule of `.dependency-cruiser.mjs`.
 * @property file  where it stands in the house of the seeds
 * @property also  other rules the same wrong must break
 */
export type Seed = {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly also?: readonly string[];
};

/** A sound house of one file a room, so that every wrong has something to reach for. */
export const soundHouse: Readonly<Record<string, string>> = {
  'src/settings.ts': `export const settings = 1;`,
  'src/modules/values/money.ts': `export const money = 1;`,
  'src/modules/policy/rules.schema.ts': `import { z } from 'zod';\nexport const rules = z.string();`,
  'src/modules/disclosure/sealed.ts': `export const seal = 1;`,
  'src/modules/disclosure/open.ts': `import { seal } from './sealed.js';\nexport const open = seal;`,
  'src/modules/disclosure/decide.ts': `import { rules } from '../policy/rules.schema.js';\nexport const decide = rules;`,
  'src/modules/disclosure/render.ts': `import { open } from './open.js';\nexport const render = open;`,
  'src/modules/database/clock.service.ts': `import { DataSource } from 'typeorm';\nexport const clock = DataSource;`,
  'src/modules/parties/parties.repository.ts': `import { clock } from '../database/clock.service.js';\nexport const parties = clock;`,
  'src/modules/journal/journal-entry.ts': `import type { decide } from '../disclosure/decide.js';\nexport type Entry = typeof decide;`,
  'src/modules/claims/balance.ts': `import { money } from '../values/money.js';\nexport const balance = money;`,
  'src/modules/cases/case-draft.ts': `import type { Entry } from '../journal/journal-entry.js';\nexport type Draft = Entry;`,
  'src/modules/conversation/turn.ts': `import { balance } from '../claims/balance.js';\nimport type { Take } from './conversation.service.js';\nexport const turn: Take = balance;`,
  'src/modules/conversation/conversation.service.ts': `import { parties } from '../parties/parties.repository.js';\nimport { queue } from '../outbox/outbox.repository.js';\nexport type Take = number;\nexport const take = [parties, queue];`,
  'src/modules/casework/casework.service.ts': `import type { Draft } from '../cases/case-draft.js';\nexport type Settle = Draft;\nexport const settle = 1;`,
  'src/modules/outbox/outbox.repository.ts': `import { DataSource } from 'typeorm';\nexport const queue = DataSource;`,
  'src/mail/smtp.transport.ts': `import nodemailer from 'nodemailer';\nexport const smtp = nodemailer;`,
  'src/mail/mail.module.ts': `import { smtp } from './smtp.transport.js';\nexport const mail = smtp;`,
  'src/bot/desk.handler.ts': `import botbuilder from 'botbuilder';\nimport { take } from '../modules/conversation/conversation.service.js';\nexport const onMessage = [botbuilder, take];`,
  'web/chat/words.ts': `export const words = 1;`,
  'test/world/clock.ts': `export const clock = 1;`,
};

const room = (name: string): string => `src/modules/${name}`;
const take = (name: string, from: string): string =>
  `import { ${name} } from '${from}';\nexport const taken = ${name};`;

export const seeds: readonly Seed[] = [
  { rule: 'plain-touches-no-world', file: `${room('values')}/read.ts`, text: take('readFileSync', 'node:fs') },
  {
    rule: 'plain-touches-no-world',
    file: `${room('policy')}/wait.ts`,
    text: take('setTimeout', 'node:timers/promises'),
  },
  {
    rule: 'plain-touches-no-world',
    file: `${room('cases')}/asked.ts`,
    text: `import type { DataSource } from 'typeorm';\nexport type Asked = DataSource;`,
    also: ['database-by-ending'],
  },
  {
    rule: 'plain-touches-no-world',
    file: `${room('claims')}/shape.schema.ts`,
    text: take('Injectable', '@nestjs/common'),
  },
  {
    rule: 'plain-imports-no-shell',
    file: `${room('parties')}/who.ts`,
    text: `import type { parties } from './parties.repository.js';\nexport type Who = typeof parties;`,
  },
  {
    rule: 'plain-takes-types-only',
    file: `${room('conversation')}/plan.ts`,
    text: take('take', './conversation.service.js'),
  },
  {
    rule: 'plain-takes-types-only',
    file: `${room('conversation')}/mixed.ts`,
    text: `import { type Take, take } from './conversation.service.js';\nexport const mixed: readonly Take[] = [take.length];`,
  },
  { rule: 'floor-0-looks-down', file: `${room('policy')}/up.ts`, text: take('balance', '../claims/balance.js') },
  {
    rule: 'floor-1-looks-down',
    file: `${room('journal')}/up.ts`,
    text: `import type { Draft } from '../cases/case-draft.js';\nexport type Up = Draft;`,
  },
  {
    rule: 'floor-2-looks-down',
    file: `${room('claims')}/up.service.ts`,
    text: take('queue', '../outbox/outbox.repository.js'),
  },
  {
    rule: 'floor-3-looks-down',
    file: `${room('casework')}/up.service.ts`,
    text: take('onMessage', '../../bot/desk.handler.js'),
  },
  { rule: 'values-stand-alone', file: `${room('values')}/rules.ts`, text: take('rules', '../policy/rules.schema.js') },
  {
    rule: 'floor-1-siblings-apart',
    file: `${room('journal')}/beside.repository.ts`,
    text: take('parties', '../parties/parties.repository.js'),
  },
  {
    rule: 'floor-2-siblings-apart',
    file: `${room('claims')}/beside.ts`,
    text: `import type { Draft } from '../cases/case-draft.js';\nexport type Beside = Draft;`,
  },
  {
    rule: 'drivers-apart',
    file: `${room('casework')}/beside.service.ts`,
    text: take('take', '../conversation/conversation.service.js'),
  },
  {
    rule: 'bot-keeps-to-its-driver',
    file: 'src/bot/past.handler.ts',
    text: take('parties', '../modules/parties/parties.repository.js'),
  },
  {
    rule: 'mail-keeps-to-its-driver',
    file: 'src/mail/past.service.ts',
    text: take('balance', '../modules/claims/balance.js'),
  },
  {
    rule: 'sms-keeps-to-its-driver',
    file: 'src/sms/past.service.ts',
    text: take('balance', '../modules/claims/balance.js'),
  },
  {
    rule: 'eid-keeps-to-its-driver',
    file: 'src/eid/past.service.ts',
    text: take('balance', '../modules/claims/balance.js'),
  },
  {
    rule: 'letters-keeps-to-its-driver',
    file: 'src/letters/past.service.ts',
    text: take('balance', '../modules/claims/balance.js'),
  },
  {
    rule: 'console-keeps-to-its-driver',
    file: `${room('console')}/past.controller.ts`,
    text: take('take', '../conversation/conversation.service.js'),
  },
  {
    rule: 'health-keeps-to-its-driver',
    file: `${room('health')}/past.controller.ts`,
    text: take('queue', '../outbox/outbox.repository.js'),
  },
  {
    rule: 'sample-keeps-to-its-driver',
    file: `${room('sample')}/past.service.ts`,
    text: take('settle', '../casework/casework.service.js'),
  },
  {
    rule: 'tool-keeps-to-its-driver',
    file: `${room('tool')}/past.service.ts`,
    text: take('take', '../conversation/conversation.service.js'),
  },
  {
    rule: 'edges-decide-nothing',
    file: 'src/bot/decides.handler.ts',
    text: take('decide', '../modules/disclosure/decide.js'),
  },
  {
    rule: 'the-top-is-the-top',
    file: `${room('intake')}/environment.service.ts`,
    text: take('settings', '../../settings.js'),
  },
  {
    rule: 'rooms-are-listed',
    file: `${room('retention')}/borrows.ts`,
    text: take('everything', '../shared/everything.js'),
  },
  {
    rule: 'botbuilder-in-bot',
    file: `${room('console')}/activity.controller.ts`,
    text: `import botbuilder from 'botbuilder';\nexport const taken = botbuilder;`,
  },
  {
    rule: 'mail-packages-in-mail',
    file: `${room('outbox')}/send.job.ts`,
    text: `import nodemailer from 'nodemailer';\nexport const taken = nodemailer;`,
  },
  {
    rule: 'demo-servers-in-tool',
    file: 'src/mail/server.service.ts',
    text: `import smtpServer from 'smtp-server';\nexport const taken = smtpServer;`,
  },
  {
    rule: 'database-by-ending',
    file: `${room('console')}/peeks.guard.ts`,
    text: `import pg from 'pg';\nexport const taken = pg;`,
  },
  {
    rule: 'service-uses-no-dev-package',
    file: `${room('health')}/checks.service.ts`,
    text: `import fc from 'fast-check';\nexport const taken = fc;`,
  },
  { rule: 'the-door-is-guarded', file: `${room('claims')}/peek.ts`, text: take('open', '../disclosure/open.js') },
  { rule: 'transports-are-wired', file: 'src/mail/straight.service.ts', text: take('smtp', './smtp.transport.js') },
  {
    rule: 'no-cycles',
    file: `${room('retention')}/egg.ts`,
    text: `import type { Hen } from './hen.js';\nexport type Egg = Hen;`,
  },
  { rule: 'no-dead-files', file: `${room('retention')}/nobody.ts`, text: take('money', '../values/money.js') },
  {
    rule: 'no-orphans',
    file: `${room('retention')}/alone.ts`,
    text: `export const alone = 1;`,
    also: ['no-dead-files'],
  },
  { rule: 'everything-resolves', file: `${room('retention')}/nowhere.ts`, text: take('nothing', './nothing.js') },
  {
    rule: 'web-speaks-http-only',
    file: 'web/chat/reaches.ts',
    text: take('money', '../../src/modules/values/money.js'),
  },
  {
    rule: 'service-knows-no-test',
    file: `${room('retention')}/tested.ts`,
    text: take('clock', '../../../test/world/clock.js'),
  },
];

/** What the wrongs reach for and no sound house has. */
export const secondHalves: Readonly<Record<string, string>> = {
  [`${room('shared')}/everything.ts`]: `export const everything = 1;`,
  [`${room('retention')}/hen.ts`]: `import type { Egg } from './egg.js';\nexport type Hen = Egg;`,
};
