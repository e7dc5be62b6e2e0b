/** What stands in the way of settling, before the desk is asked. */
import type { Case, Ground } from '../api/case.js';

export type SettleFault = 'no-ground' | 'no-letter';

export function settleFault(ground: Ground | undefined, letter: string, reach: Case['reach']): SettleFault | null {
  if (ground === undefined) return 'no-ground';
  return ground.letter === 'required' && reach !== null && letter.trim() === '' ? 'no-letter' : null;
}
