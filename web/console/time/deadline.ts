/** A deadline in words: how it stands, never by colour alone. */
import type { Row } from '../api/contract.js';
import { fill, type Words } from '../words/words.js';
import { lasting } from './lasting.js';

export type DeadlineTone = 'overdue' | 'soon' | 'fine' | 'met';
export type Deadline = { readonly tone: DeadlineTone; readonly text: string };

/** Within this the page says so. */
const soonMs = 24 * 3_600_000;

type Dated = Pick<Row, 'deadlineAt' | 'stage'>;

/** @param now  the desk's clock, ISO */
export function deadlineOf({ deadlineAt, stage }: Dated, now: string, say: Words): Deadline {
  if (isEnded(stage)) return { tone: 'met', text: say.ended };
  const left = Date.parse(deadlineAt) - Date.parse(now);
  if (left < 0) return { tone: 'overdue', text: fill(say.over, lasting(left, say)) };
  return { tone: left < soonMs ? 'soon' : 'fine', text: fill(say.left, lasting(left, say)) };
}

export const isEnded = (stage: Row['stage']): boolean =>
  stage === 'settled' || stage === 'forwarded' || stage === 'withdrawn';
