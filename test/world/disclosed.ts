import type { DisclosureChannel } from '../../src/modules/policy/disclosure.schema.js';
import { decide, type Disclosure } from '../../src/modules/disclosure/decide.js';
import type { Facts } from '../../src/modules/disclosure/facts.js';
import { shippedPolicy } from './shipped-policy.js';

type Told = { readonly topic: string; readonly facts: Facts; readonly channel?: DisclosureChannel };

/** What a debtor proven at `high` is told under the shipped policy. @throws when the policy tells her nothing */
export const disclosed = ({ topic, facts, channel = 'chat' }: Told): Disclosure =>
  made({ topic, facts, channel }, 'debtor');

/** What anybody is told. */
export const disclosedToAnyone = ({ topic, facts, channel = 'chat' }: Told): Disclosure =>
  made({ topic, facts, channel }, 'anyone');

const made = ({ topic, facts, channel }: Required<Told>, kind: 'debtor' | 'anyone'): Disclosure => {
  const partyId = kind === 'anyone' ? null : 'party-kari';
  const decision = decide(
    { kind, partyId },
    { level: kind === 'anyone' ? 'none' : 'high', partyId, scope: { kind: 'person' } },
    { topic, channel, about: partyId, facts },
    shippedPolicy.disclosure,
  );
  if (decision.outcome === 'disclose') return decision.disclosure;
  throw new Error(`the policy does not tell "${topic}" to ${kind}`);
};
