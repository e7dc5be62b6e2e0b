import type { Collector } from '../modules/policy/desk-policy.js';

/** Who writes, in the corner of the sheet: inside the envelope the collector may say who it is (ND2 is about outsides). */
export const senderLines = ({ desk, address, phone, siteUrl }: Collector): readonly string[] => [
  desk,
  ...address.split(', '),
  phone,
  siteUrl,
];
