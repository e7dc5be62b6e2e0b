/**
 * The demo's IMAP server: an entry point of its own, because the old package shall not run within the desk.
 * Told by its parent where to listen and what to deliver; ends when the parent ends. Mail lives in memory.
 */
import hoodiecrow from 'hoodiecrow-imap';

/** What the parent says. */
export type ToHoodiecrow =
  | {
      readonly kind: 'listen';
      readonly port: number;
      readonly name: string;
      readonly password: string;
      readonly uidvalidity: number;
    }
  | { readonly kind: 'deliver'; readonly id: number; readonly raw: Uint8Array };

/** What the parent hears. */
export type FromHoodiecrow =
  | { readonly kind: 'listening' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'delivered'; readonly id: number };

type Listen = Extract<ToHoodiecrow, { readonly kind: 'listen' }>;
type Server = ReturnType<typeof hoodiecrow>;

const plugins = [
  'ID',
  'IDLE',
  'UIDPLUS',
  'CONDSTORE',
  'ENABLE',
  'LITERALPLUS',
  'MOVE',
  'NAMESPACE',
  'SPECIAL-USE',
  'UNSELECT',
];

const tell = (message: FromHoodiecrow): void => {
  process.send?.(message);
};

const open = (wish: Listen): Server => {
  const server = hoodiecrow({
    plugins,
    users: { [wish.name]: { password: wish.password } },
    storage: { INBOX: { uidvalidity: wish.uidvalidity }, '': {} },
  });
  server.server.on('error', (error: NodeJS.ErrnoException) =>
    tell({ kind: 'refused', code: error.code ?? error.name }),
  );
  server.listen(wish.port, '127.0.0.1', () => tell({ kind: 'listening' }));
  return server;
};

let server: Server | null = null;

process.on('message', (message: ToHoodiecrow) => {
  if (message.kind === 'listen') {
    server = open(message);
    return;
  }
  server?.appendMessage('INBOX', [], new Date(), Buffer.from(message.raw).toString('latin1'));
  tell({ kind: 'delivered', id: message.id });
});
process.once('disconnect', () => process.exit(0));
