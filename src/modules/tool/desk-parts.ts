/** Which parts of the desk are brought along, and which the operator named. */

export type DeskParts = {
  readonly mode: 'demo' | 'production';
  readonly embeddedPostgres: boolean;
  readonly embeddedMailbox: boolean;
  readonly testId: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * With nothing set everything is brought along; in production nothing is, and the settings say what is missing.
 * @returns the parts, or a reason to show
 */
export const deskParts = (env: Environment, fresh: boolean): DeskParts | { readonly reason: string } => {
  const embeddedPostgres = !isSet(env['DATABASE_URL']);
  const embeddedMailbox = !isSet(env['IMAP_HOST']);
  const production = env['SKRANKE_MODE'] === 'production' || !(embeddedPostgres || embeddedMailbox || isDemo(env));
  if (fresh && (production || !embeddedPostgres)) {
    return { reason: '--fresh begins the demo anew; a database named by DATABASE_URL is left alone.' };
  }
  if (production) return { mode: 'production', embeddedPostgres: false, embeddedMailbox: false, testId: false };
  if (embeddedMailbox === isSet(env['SMTP_HOST'])) {
    return { reason: 'IMAP_HOST and SMTP_HOST go together: set both, or neither.' };
  }
  return { mode: 'demo', embeddedPostgres, embeddedMailbox, testId: !isSet(env['OIDC_ISSUER']) };
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

const isDemo = (env: Environment): boolean => env['SKRANKE_MODE'] === 'demo';
