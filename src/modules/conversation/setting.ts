import type { DeskPolicy } from '../policy/desk-policy.js';
import type { InboundMessage } from './inbound-message.js';
import type { Meaning } from './meaning.js';
import type { Scene } from './scene.js';

/** Where fresh ids, receipts and codes come from; a parameter, so that a turn can be played again. */
export type Dice = { id(): string; receipt(): string; code(): string };

/** Everything a turn is decided from. `key` is the blind-index key, for business keys only. */
export type Setting = {
  readonly scene: Scene;
  readonly inbound: InboundMessage;
  readonly meaning: Meaning;
  readonly policy: DeskPolicy;
  readonly now: Date;
  readonly dice: Dice;
  readonly key: Uint8Array;
};
