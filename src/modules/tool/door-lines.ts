/** What the operator reads when the desk answers: one line per door. */

export type OpenDoors = {
  readonly demo: boolean;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Null where the operator named a server of their own. */
  readonly imap: { readonly host: string; readonly port: number; readonly name: string } | null;
  readonly smtp: { readonly host: string; readonly port: number } | null;
  readonly postgres: { readonly host: string; readonly port: number } | null;
  /** Null where the operator named an issuer, or none. */
  readonly testId: string | null;
  readonly dataFolder: string;
};

type Door = readonly [name: string, address: string, remark: string];

/** @returns lines without line breaks; the first says that the desk is up, one more for each door */
export const doorLines = (doors: OpenDoors): readonly string[] => {
  const all: readonly Door[] = [
    ['Chat', `${doors.publicUrl}/`, doors.demo ? 'write as one of the sample people' : ''],
    ['Console', `${doors.publicUrl}/console`, doors.demo ? 'sample logins, one click each' : ''],
    ...(doors.demo ? demoDoors(doors) : []),
  ];
  const widest = Math.max(...all.map(([, address]) => address.length));
  const rows = all.map(([name, address, remark]) =>
    `  ${name.padEnd(9)}${address.padEnd(widest)}  ${remark}`.trimEnd(),
  );
  return [doors.demo ? 'Skranke is up, with a made-up collector and made-up people.' : 'Skranke is up.', ...rows];
};

const demoDoors = (doors: OpenDoors): readonly Door[] => [
  ['Mailbox', `${doors.publicUrl}/dev/mailbox`, 'what the desk sent; write to it there too'],
  ...(doors.imap === null
    ? []
    : [['IMAP', at(doors.imap), `${doors.imap.name}; the password is in ${doors.dataFolder}/secrets.json`] as const]),
  ...(doors.smtp === null ? [] : [['SMTP', at(doors.smtp), 'where the desk sends'] as const]),
  ...(doors.testId === null
    ? []
    : [['Test-ID', doors.testId, 'the demo’s eID: log in as anybody, from the chat'] as const]),
  ...(doors.postgres === null
    ? []
    : [['Postgres', at(doors.postgres), `passwords in ${doors.dataFolder}/postgres`] as const]),
];

const at = (door: { readonly host: string; readonly port: number }): string => `${door.host}:${door.port}`;
