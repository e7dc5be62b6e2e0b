import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusedAnswer } from '../../src/modules/console/answer.schema.js';
import { act, done, opened } from '../world/console-acts.js';
import { ConsoleClient } from '../world/console-client.js';
import { fileByChat } from '../world/filed-cases.js';
import { openHouse, type MainHouse } from '../world/main-house.js';

let house: MainHouse;
let amund: ConsoleClient;
let ranveig: ConsoleClient;
let idun: ConsoleClient;

beforeAll(async () => {
  house = await openHouse();
  amund = await ConsoleClient.signIn(house.url, 'amund');
  ranveig = await ConsoleClient.signIn(house.url, 'ranveig');
  idun = await ConsoleClient.signIn(house.url, 'idun');
}, 60_000);

afterAll(async () => house.close());

describe('a right of the data subject', () => {
  it('is refused only in words, with the supervisory authority and the courts below them [L4, R6]', async () => {
    const filed = await fileByChat(
      house,
      'Dere har feil adresse på meg. Jeg vil ha den rettet.',
      'marit-tangerud-elverum',
    );
    await done(amund, filed.id, { do: 'claim' });
    const bare = await act(amund, filed.id, { do: 'settle', ground: 'refused-accurate', text: null });
    expect([bare.status, refusedAnswer.parse(bare.body).error.refusal]).toEqual([409, 'letter-needed']);
    const unknown = await act(amund, filed.id, { do: 'settle', ground: 'because', text: 'Nei.' });
    expect(refusedAnswer.parse(unknown.body).error.refusal).toBe('ground-unfit');
    await done(amund, filed.id, { do: 'settle', ground: 'refused-accurate', text: 'Adressen stemmer.' });
    const last = (await filed.chat.read(0)).activities.at(-1)?.text ?? '';
    expect(last).toContain('Adressen stemmer.');
    expect(last).toContain('Datatilsynet');
    expect(last).toContain('domstolene');
    expect((await opened(amund, filed.id)).request?.state).toBe('decided_refused');
    const events = await house.source.query<{ kind: string; actor_id: string | null; reason: string | null }[]>(
      `SELECT e.kind, e.actor_id, e.reason FROM request_event e JOIN desk_case c ON c.request_id = e.request_id
        WHERE c.id = $1 ORDER BY e.at, e.id`,
      [filed.id],
    );
    expect(events).toEqual([
      { kind: 'received', actor_id: null, reason: null },
      { kind: 'taken', actor_id: 'amund', reason: null },
      { kind: 'decided', actor_id: 'amund', reason: 'refused-accurate' },
    ]);
  });
});

describe('a request that is for the creditor to decide', () => {
  it('is passed on and never decided here, and the person is told to whom [S10, L9]', async () => {
    const filed = await fileByChat(house, 'Slett alt dere har om meg', 'kari-fjellanger', 'forward');
    const claimed = await done(amund, filed.id, { do: 'claim' });
    expect(claimed.grounds.map(({ id }) => id)).toContain('forwarded-to-controller');
    expect(claimed.grounds.map(({ id }) => id)).not.toContain('granted');
    const decided = await act(amund, filed.id, { do: 'settle', ground: 'granted', text: 'Det er slettet.' });
    expect(refusedAnswer.parse(decided.body).error.refusal).toBe('ground-unfit');
    const text = 'Det er Bølgeblikk Mobil som avgjør, så de har fått det.';
    const forwarded = await done(amund, filed.id, { do: 'settle', ground: 'forwarded-to-controller', text });
    expect([forwarded.stage, forwarded.request?.state]).toEqual(['forwarded', 'forwarded']);
    expect(forwarded.siblings.map(({ queue }) => queue)).toEqual(['forward']); // hers as controller lies in a queue amund does not clear
    expect((await filed.chat.read(0)).activities.at(-1)?.text).toBe(text);
  });
});

describe('a case that has ended', () => {
  it('is not taken back by a word: what was passed on stays passed on', async () => {
    const filed = await fileByChat(house, 'Dere har feil adresse på meg. Rett adressen min.', 'nora-haukeland');
    await done(amund, filed.id, { do: 'claim' });
    await done(amund, filed.id, { do: 'settle', ground: 'granted', text: null });
    expect((await filed.chat.say('ANGRE')).text).toContain('ikke noe å trekke tilbake');
    expect(await opened(amund, filed.id)).toMatchObject({ stage: 'settled', request: { state: 'decided_granted' } });
  });
});

describe('four eyes', () => {
  const erasure = async (): Promise<string> => {
    const { id, queue } = await fileByChat(house, 'Slett alt dere har om meg', 'marit-tangerud-elverum');
    expect(queue).toBe('erasure');
    await done(ranveig, id, { do: 'claim' });
    return id;
  };
  const proposal = { do: 'settle', ground: 'refused-legal-claims', text: 'Vi trenger opplysningene.' };

  it('are two people: who proposes may not approve [I04]', async () => {
    const id = await erasure();
    const proposed = await done(ranveig, id, proposal);
    expect([proposed.stage, proposed.proposal?.letter]).toEqual(['proposed', 'Vi trenger opplysningene.']);
    const own = await act(ranveig, id, { do: 'approve' });
    expect([own.status, refusedAnswer.parse(own.body).error.refusal]).toEqual([409, 'same-person']);
    const approved = await done(idun, id, { do: 'approve' });
    expect([approved.stage, approved.request?.state]).toEqual(['settled', 'decided_refused']);
    expect(approved.transcript.at(-1)?.text).toContain('Vi trenger opplysningene.');
  });

  it('are two people, not two accounts of one [I05]', async () => {
    await house.source.query(
      `INSERT INTO caseworker (id, name, roles) SELECT 'ranveig-2', 'RANVEIG  osdalen', roles FROM caseworker WHERE id = 'ranveig'`,
    );
    const second = await ConsoleClient.signIn(house.url, 'ranveig-2');
    const id = await erasure();
    await done(ranveig, id, proposal);
    expect(refusedAnswer.parse((await act(second, id, { do: 'approve' })).body).error.refusal).toBe('same-person');
  });

  it('are atomic: of two who approve at once one does, and the person is told once [I04]', async () => {
    await house.source.query(
      `INSERT INTO caseworker (id, name, roles) SELECT 'third', 'Tredje Person', roles FROM caseworker WHERE id = 'ranveig'`,
    );
    const third = await ConsoleClient.signIn(house.url, 'third');
    const id = await erasure();
    const { version } = await done(ranveig, id, proposal);
    const answers = await Promise.all([idun, third].map((one) => one.act(id, { do: 'approve', version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { transcript } = await opened(idun, id);
    expect(transcript.filter(({ author }) => author === 'caseworker')).toHaveLength(1);
  });
});
