/**
 * Where a datum came from (S13; Art. 15(1)(g)). `own` is what the collector recorded itself; an `informant` is
 * told of as a kind and never by name (Art. 15(4)).
 */
export const sources = [
  'creditor',
  'person',
  'registry',
  'creditBureau',
  'publicSource',
  'historicalSource',
  'informant',
  'own',
] as const;

export type Source = (typeof sources)[number];
