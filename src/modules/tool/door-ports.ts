/** Where the demo's doors are: PORT moves them all. */

export type DoorPorts = {
  readonly http: number;
  readonly smtp: number;
  readonly imap: number;
  readonly testId: number;
  readonly postgres: number;
};

const distance = { smtp: 25, imap: 143, testId: 100, postgres: 2432 } as const;
const highest = 65_535 - distance.postgres;

/**
 * @param text  PORT as the operator gave it; undefined or empty is 3000
 * @returns     the ports, or a reason to show
 */
export const doorPorts = (text: string | undefined): DoorPorts | { readonly reason: string } => {
  const http = Number(text === undefined || text === '' ? 3000 : text);
  if (!Number.isInteger(http) || http < 1 || http > highest) {
    return { reason: `PORT must be a whole number from 1 to ${highest}.` };
  }
  return {
    http,
    smtp: http + distance.smtp,
    imap: http + distance.imap,
    testId: http + distance.testId,
    postgres: http + distance.postgres,
  };
};
