/** What the two processes of the desk are told; the schema owner's password is not among it. */

export type BroughtAlong = {
  readonly mode: 'demo' | 'production';
  readonly port: number;
  readonly database: { readonly url: string; readonly keysUrl: string } | null;
  readonly mailbox: {
    readonly host: string;
    readonly imapPort: number;
    readonly smtpPort: number;
    readonly name: string;
    readonly password: string;
  } | null;
  /** The demo's own issuer of electronic ids. */
  readonly testId: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** Names and values of the keys, and of the file of heads, where the demo made them. */
  readonly keys: Readonly<Record<string, string>>;
};

type Environment = Readonly<Record<string, string | undefined>>;

const withheld = ['DATABASE_OWNER_URL'];

/**
 * @param outer  the environment the desk was started in
 * @returns      a new environment; what the demo brings along stands over what was there
 */
export const childEnvironment = (outer: Environment, along: BroughtAlong): Environment => {
  const kept = Object.fromEntries(Object.entries(outer).filter(([name]) => !withheld.includes(name)));
  return {
    ...kept,
    PORT: String(along.port),
    SKRANKE_MODE: along.mode,
    ...along.keys,
    ...(along.database === null ? {} : { DATABASE_URL: along.database.url, KEYS_DATABASE_URL: along.database.keysUrl }),
    ...(along.mailbox === null ? {} : mailboxSettings(along.mailbox)),
    ...(along.testId === null ? {} : testIdSettings(along.testId)),
  };
};

const mailboxSettings = (mailbox: NonNullable<BroughtAlong['mailbox']>): Environment => ({
  IMAP_HOST: mailbox.host,
  IMAP_PORT: String(mailbox.imapPort),
  IMAP_USER: mailbox.name,
  IMAP_PASSWORD: mailbox.password,
  IMAP_TLS: 'off',
  SMTP_HOST: mailbox.host,
  SMTP_PORT: String(mailbox.smtpPort),
  SMTP_TLS: 'off',
});

const testIdSettings = ({ issuer, clientId, clientSecret }: NonNullable<BroughtAlong['testId']>): Environment => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_PROFILE: 'test-id',
});
