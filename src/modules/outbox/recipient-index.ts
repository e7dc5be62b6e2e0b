/** The keyed hash under which everything sent to one address is counted. */
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import type { Sealed } from '../disclosure/sealed.js';
import { readEmailAddress } from '../values/email-address.js';
import { SkrankeError } from '../values/errors.js';
import { readPhoneNumber } from '../values/phone-number.js';
import type { OutgoingDraft } from './outgoing.js';

/**
 * @param recipient  as it will be written on the envelope
 * @param key        SKRANKE_INDEX_KEY
 * @throws           SKR_INTERNAL for something that is no address of its channel: nothing may be sent there
 */
export const recipientIndex = (
  channel: OutgoingDraft['channel'],
  recipient: Sealed<string>,
  key: Uint8Array,
): Buffer => {
  switch (channel) {
    case 'email':
      return blindIndex('email', sound(readEmailAddress(open(recipient))), key);
    case 'sms':
      return blindIndex('phone', sound(readPhoneNumber(open(recipient))), key);
    case 'letter':
      return blindIndex('street-postcode', open(recipient), key);
  }
};

const sound = (address: string | null): string => {
  if (address === null) throw new SkrankeError('SKR_INTERNAL', 'an outgoing message to something that is no address');
  return address;
};
