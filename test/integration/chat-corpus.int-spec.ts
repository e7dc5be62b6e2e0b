/** Whole conversations at `take`, as golden transcripts: every flow in bokmål, nynorsk and English. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireActivity } from '../../src/bot/to-activity.js';
import { transcripts, type Transcript } from '../world/chat-transcript.js';
import { freshDatabase, type FreshDatabase } from '../world/database.js';
import { innerDesk, storyTime, type InnerDesk } from '../world/inner-desk.js';
import { plant, type PlantedPerson } from '../world/planted.js';
import { Talk } from '../world/talk.js';

type Filed = { readonly intent: string; readonly queue: string; readonly identity: string; readonly state: string };

let database: FreshDatabase;
let desk: InnerDesk;
let days = 0;

beforeAll(async () => {
  database = await freshDatabase();
  desk = await innerDesk(database);
}, 60_000);

afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** One conversation being held: what was answered last, and what it has filed. */
class Held {
  answer: WireActivity | undefined;
  private code = '';

  constructor(
    private readonly talk: Talk,
    private readonly person: PlantedPerson,
  ) {}

  async do(line: string): Promise<void> {
    const [kind, words] = [line[0], this.fill(line.slice(2))];
    if (kind === '>') await this.say(words);
    else if (kind === '<') expect(this.answer?.text).toContain(words);
    else if (kind === '-') expect(JSON.stringify(this.answer)).not.toContain(words);
    else await this.effect(words);
  }

  private async say(words: string): Promise<void> {
    const { lastSeq } = await this.talk.row();
    desk.sent();
    await this.talk.take(words);
    this.answer = (await this.talk.lines(lastSeq)).find((one) => one.from.role === 'bot');
    await desk.work();
    const mail = desk.sent().find((message) => message.kind === 'code');
    this.code = /\d{4}\s?\d{4}/.exec(mail?.reply.text ?? '')?.[0] ?? this.code;
  }

  private fill(words: string): string {
    const [first, second] = this.person.cases;
    const own: Readonly<Record<string, string | undefined>> = {
      email: this.person.email,
      code: this.code,
      letter: first?.letterCode,
      kid: first?.kid,
      kid2: second?.kid,
      case: first?.caseNumber,
      creditor: 'Tindevind Kraft',
    };
    return words.replace(/\{(\w+)\}/g, (_, name: string) => own[name] ?? `no ${name}`);
  }

  private async effect(words: string): Promise<void> {
    const [what = '', about = '', identity = '', , queue = ''] = words.split(' ');
    const cases = await this.cases();
    const skranke = this.answer?.channelData?.['skranke'] as { expects?: string } | undefined;
    switch (what) {
      case 'level': {
        expect(await this.talk.level()).toBe(about);
        return;
      }
      case 'expects': {
        expect(skranke?.expects).toBe(about === 'address' ? 'email' : about);
        return;
      }
      case 'filed': {
        expect(cases.filter(({ state }) => state === 'open').at(-1)).toMatchObject({
          intent: about,
          identity,
          queue,
        });
        return;
      }
      case 'mine': {
        expect(cases.find(({ intent }) => intent === about)?.identity).not.toBe('pending');
        return;
      }
      case 'withdrawn': {
        expect(cases.findLast(({ intent }) => intent === about)?.state).toBe('withdrawn');
        return;
      }
      case 'nothing': {
        expect(cases.filter(({ state }) => state !== 'settled')).toEqual([]);
        return;
      }
      default:
        throw new Error(`no such effect: ${words}`);
    }
  }

  private async cases(): Promise<readonly Filed[]> {
    return desk.source.query<Filed[]>(
      'SELECT intent, queue, identity, state FROM desk_case WHERE conversation_id = $1 ORDER BY received_at, id',
      [this.talk.id],
    );
  }
}

const hold = async ({ name, language, turns }: Transcript): Promise<void> => {
  days += 1;
  desk.clock.moveTo(new Date(storyTime.getTime() + days * 2 * 86_400_000));
  const person = await plant(desk, { key: name, language, claims: 2 });
  const held = new Held(await Talk.open(desk, language), person);
  for (const line of turns) {
    desk.clock.pass(0.1);
    try {
      await held.do(line);
    } catch (error) {
      throw new Error(`${line}\n${held.answer?.text ?? '(no answer)'}`, { cause: error });
    }
  }
};

describe('the conversations', () => {
  it('are at least two dozen, eight of each language', () => {
    const all = transcripts();
    expect(all.length).toBeGreaterThanOrEqual(24);
    for (const language of ['nb', 'nn', 'en'])
      expect(all.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(8);
  });

  it.each(transcripts().map((one) => [`${one.title}, ${one.name} [${one.clauses.join(', ')}]`, one] as const))(
    '%s',
    async (_, one) => hold(one),
    30_000,
  );
});
