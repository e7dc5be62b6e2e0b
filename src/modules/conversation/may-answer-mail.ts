/** Whether one more automatic mail may go out, so that nobody is flooded by writing in another's name. */
import type { AssurancePolicy } from '../policy/assurance.schema.js';

/**
 * What has gone out so far.
 * @property toSenderToday        neutral answers to this address in the last 24 hours
 * @property crisisToSenderToday  answers to a cry for help, counted apart
 * @property toAnybodyThisHour    neutral answers to everybody in the last hour
 * @property stopped              the address asked for no more mail
 */
export type AnswersSoFar = {
  readonly toSenderToday: number;
  readonly crisisToSenderToday: number;
  readonly toAnybodyThisHour: number;
  readonly stopped: boolean;
};

/**
 * @param mail    whether a program may answer it at all, and whether its domain vouches for the sender
 * @param crisis  the answer is one to a cry for help: neither a wish for silence nor a flood elsewhere holds it back
 * @source        mail.md "Auto-reply guard"; E11, E15, ND14
 */
export const mayAnswerMail = (
  mail: { readonly answerable: boolean; readonly aligned: boolean },
  soFar: AnswersSoFar,
  crisis: boolean,
  limits: AssurancePolicy['mail'],
): boolean => {
  if (!mail.answerable) return false;
  if (crisis) return soFar.crisisToSenderToday < limits.crisisAnswersPerSenderDay;
  const most = mail.aligned ? limits.answersPerAlignedSenderDay : limits.answersPerSenderDay;
  return !soFar.stopped && soFar.toSenderToday < most && soFar.toAnybodyThisHour < limits.answersPerHour;
};
