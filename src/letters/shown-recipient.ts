import type { Letter } from './compose-letter.js';

/** Who a letter went to, as a page of the demo may show it. */
export const shownRecipient = ({ name, street, postcode, city, addressIsSecret }: Letter['to']): string =>
  addressIsSecret ? name : `${name}, ${street}, ${postcode} ${city}`;
