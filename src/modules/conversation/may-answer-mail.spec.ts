import { describe, expect, it } from '@jest/globals';
import { mayAnswerMail, type AnswersSoFar } from './may-answer-mail.js';

const limits = {
  answersPerSenderDay: 1,
  answersPerAlignedSenderDay: 5,
  crisisAnswersPerSenderDay: 3,
  answersPerHour: 1000,
};
const none: AnswersSoFar = { toSenderToday: 0, crisisToSenderToday: 0, toAnybodyThisHour: 0, stopped: false };
const may = (soFar: Partial<AnswersSoFar>, how: { aligned?: boolean; answerable?: boolean; crisis?: boolean } = {}) =>
  mayAnswerMail(
    { answerable: how.answerable ?? true, aligned: how.aligned ?? false },
    { ...none, ...soFar },
    how.crisis ?? false,
    limits,
  );

describe('an automatic mail goes out', () => {
  it('once a day to one address, five times when its domain vouches for it [E15]', () => {
    expect([0, 1, 2].map((toSenderToday) => may({ toSenderToday }))).toEqual([true, false, false]);
    expect([4, 5].map((toSenderToday) => may({ toSenderToday }, { aligned: true }))).toEqual([true, false]);
  });

  it('to somebody in need whatever else was sent, but no more than three times a day [E15]', () => {
    const much = { toSenderToday: 9, toAnybodyThisHour: 5_000, stopped: true };
    expect([0, 2, 3].map((crisisToSenderToday) => may({ ...much, crisisToSenderToday }, { crisis: true }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('to nobody once a thousand went out within the hour [E15]', () => {
    expect([999, 1000].map((toAnybodyThisHour) => may({ toAnybodyThisHour }, { aligned: true }))).toEqual([
      true,
      false,
    ]);
  });

  it('never to an address that wants none, or to what a program may not answer [E11, ND14]', () => {
    expect(may({ stopped: true }, { aligned: true })).toBe(false);
    expect(may({}, { answerable: false })).toBe(false);
    expect(may({}, { answerable: false, crisis: true })).toBe(false);
  });
});
