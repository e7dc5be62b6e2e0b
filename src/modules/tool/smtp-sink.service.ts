/** The demo's outgoing mail server: takes everything, forwards nothing. */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from 'smtp-server';
import { CannotStart } from './cannot-start.js';
import { isCode } from './private-file.service.js';

export type SunkMail = {
  /** Empty: the null sender. */
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly raw: Buffer;
};

export type SmtpSink = { readonly stop: () => Promise<void> };

const largest = 26_214_400;
const silent = { tooLarge: 'Too large for the demo.', failed: 'Not stored; try again later.' } as const;

/**
 * @param onMail  the mail is accepted when it settles, and put off (4xx) when it rejects
 * @throws        CannotStart when the port is taken
 */
export const startSmtpSink = async (port: number, onMail: (mail: SunkMail) => Promise<void>): Promise<SmtpSink> => {
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'demo',
    hideSTARTTLS: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    closeTimeout: 200,
    onData: (stream, session, done) => {
      sink(stream, session.envelope, onMail).then(
        (refusal) => done(refusal),
        () => done(refused(451, silent.failed)),
      );
    },
  });
  await listening(server, port);
  server.on('error', () => undefined);
  return { stop: () => new Promise((settle) => server.close(() => settle())) };
};

const sink = async (
  stream: SMTPServerDataStream,
  envelope: SMTPServerEnvelope,
  onMail: (mail: SunkMail) => Promise<void>,
): Promise<Error | null> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) if (!stream.sizeExceeded) pieces.push(piece as Buffer);
  if (stream.sizeExceeded) return refused(552, silent.tooLarge);
  await onMail({
    envelopeFrom: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    envelopeTo: envelope.rcptTo.map((each) => each.address),
    raw: Buffer.concat(pieces),
  });
  return null;
};

const refused = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

const listening = (server: SMTPServer, port: number): Promise<void> =>
  new Promise((settle, reject) => {
    server.once('error', (error) => {
      const reason = isCode(error, 'EADDRINUSE') ? 'is taken by another program' : 'cannot be used';
      reject(new CannotStart(`Port ${port}, wanted for SMTP, ${reason}.`));
    });
    server.listen(port, '127.0.0.1', () => settle());
  });
