import { describe, expect, it } from '@jest/globals';
import { aScene, aSetting, mailboxOnly, sceneTime } from '../../../test/world/a-scene.js';
import { seal } from '../disclosure/sealed.js';
import type { AnswerPart } from './answer-part.js';
import type { FlowState } from './flow-state.js';
import { nextFlow } from './next-flow.js';
import type { Scene } from './scene.js';
import type { Step } from './step.js';

const after = (
  answers: readonly AnswerPart[],
  given: {
    readonly flow?: Partial<FlowState>;
    readonly scene?: Partial<Scene>;
    readonly steps?: readonly Step[];
    readonly cancel?: boolean;
  } = {},
): FlowState =>
  nextFlow(
    given.steps ?? [],
    answers,
    aSetting({
      scene: aScene({ ...given.scene, flow: given.flow ?? {} }),
      ...(given.cancel === true ? { meaning: { command: 'cancel' } } : {}),
    }),
  );
const filed = (caseId: string, hers = false) => ({
  at: 1,
  hers,
  caseId,
  receipt: caseId,
  intent: 'access',
  key: caseId,
});
const hourAgo = sceneTime.getTime() - 3_600_000;

describe('what is remembered', () => {
  it('of a question is kept until it is answered, or she lets it go', () => {
    const steps: readonly Step[] = [{ do: 'answer', wish: 'balance' }];
    expect(after([{ wishes: ['balance'] }], { steps }).wishes).toEqual(['balance']);
    expect(after([{ answered: ['balance'] }], { steps, flow: { wishes: ['balance', 'payment_info'] } }).wishes).toEqual(
      ['payment_info'],
    );
    expect(after([], { flow: { wishes: ['balance'] }, cancel: true }).wishes).toEqual([]);
  });

  it('is what the last answer waits for', () => {
    expect(after([{ awaiting: 'address' }, { awaiting: 'code' }, {}]).awaiting).toBe('code');
    expect(after([], { flow: { awaiting: 'code' } }).awaiting).toBe('nothing');
  });

  it('of codes and wrong letters is the last hour', () => {
    const challenge = { kind: 'email', target: seal('a@b.example'), code: '1' } as const;
    const flow = { codesAskedAt: [hourAgo, hourAgo + 1] };
    expect(after([{ challenge }], { flow }).codesAskedAt).toEqual([hourAgo + 1, sceneTime.getTime()]);
    expect(after([{ challenge }]).codeTarget).toEqual({ kind: 'email', typed: 'a@b.example' });
    const proof = { kind: 'letter', verdict: 'wrong' } as const;
    expect(after([], { scene: { proof }, flow: { wrongLetterAt: [hourAgo] } }).wrongLetterAt).toEqual([
      sceneTime.getTime(),
    ]);
  });

  it('of cases is what was filed and not taken back', () => {
    const flow = { filed: [filed('a'), filed('b')] };
    expect(after([{ filed: [filed('c')], withdraw: ['a'] }], { flow }).filed.map(({ caseId }) => caseId)).toEqual([
      'b',
      'c',
    ]);
    expect(after([{ withdraw: ['a'] }], { flow }).undone).toBe(1);
    expect(after([{ own: true }], { flow }).filed.every(({ hers }) => hers)).toBe(true);
  });

  it('of how often she was not understood begins anew when she was', () => {
    expect(after([{ unsure: true }], { flow: { clarified: 1 } }).clarified).toBe(2);
    expect(after([{}], { flow: { clarified: 2 } }).clarified).toBe(0);
  });

  it('of a cry for help and of a proof is kept', () => {
    expect(after([{}], { flow: { crisis: true } }).crisis).toBe(true);
    expect(after([{ crisis: true }]).crisis).toBe(true);
    expect(after([], { scene: { assurance: mailboxOnly } }).provenOnce).toBe(true);
  });

  it('of the mail it began with ends when that is settled', () => {
    const flow = { thread: { id: 't', settled: false } };
    expect(after([], { flow }).thread).toEqual({ id: 't', settled: false });
    expect(after([{ threadSettled: true }], { flow }).thread).toEqual({ id: 't', settled: true });
  });
});
