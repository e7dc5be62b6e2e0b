/** A real Dovecot on loopback, from a folder of its own, as root or as anybody. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { eventually } from './running-desk.js';

export type Dovecot = {
  readonly port: number;
  readonly name: string;
  readonly password: string;
  /** Puts a mail into the inbox as a delivery agent does. @param at  when it came */
  readonly deliver: (raw: Buffer, at?: Date) => Promise<void>;
  /** Does something as another client of the same mailbox. */
  readonly asAnother: <T>(act: (client: ImapFlow) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Forgets every number it gave a mail: at the next start the mailbox has another UIDVALIDITY. */
  readonly forgetNumbers: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

const name = 'desk';
const password = 'secret';
const nobody = 65534;
const patienceMs = 20_000;

export const startDovecot = async (): Promise<Dovecot> => {
  const root = await mkdtemp(join(tmpdir(), 'skranke-dovecot-'));
  const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : userInfo();
  const port = await freePort();
  const inbox = join(root, 'mail', 'Maildir');
  for (const folder of ['new', 'cur', 'tmp']) await mkdir(join(inbox, folder), { recursive: true });
  for (const folder of [root, join(root, 'mail'), inbox, ...['new', 'cur', 'tmp'].map((one) => join(inbox, one))]) {
    await chown(folder, owner.uid, owner.gid);
    await chmod(folder, 0o755);
  }
  await mkdir(join(root, 'run'), { recursive: true });
  const conf = join(root, 'dovecot.conf');
  await writeFile(conf, configOf(root, port, owner));
  const connection = {
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: name, pass: password },
    logger: false as const,
  };
  let running: ChildProcess | null = null;
  let delivered = 0;

  const start = async (): Promise<void> => {
    running = spawn('dovecot', ['-F', '-c', conf], { stdio: 'ignore' });
    await eventually('Dovecot', async () => ((await answers(connection)) ? true : null), patienceMs);
  };
  const stop = async (): Promise<void> => {
    const ending = running;
    running = null;
    if (ending === null || ending.exitCode !== null) return;
    ending.kill('SIGTERM');
    await once(ending, 'exit');
    while (await answers(connection)) await pause(50);
  };
  await start();
  return {
    port,
    name,
    password,
    start,
    stop,
    deliver: async (raw, at = new Date()) => {
      delivered += 1;
      const file = `${String(Date.now())}.M${String(delivered)}P${String(process.pid)}.test`;
      await writeFile(join(inbox, 'tmp', file), raw);
      await chown(join(inbox, 'tmp', file), owner.uid, owner.gid);
      await utimes(join(inbox, 'tmp', file), at, at);
      await rename(join(inbox, 'tmp', file), join(inbox, 'new', file));
    },
    asAnother: async (act) => {
      const client = new ImapFlow(connection);
      client.on('error', () => undefined);
      await client.connect();
      try {
        await client.mailboxOpen('INBOX');
        return await act(client);
      } finally {
        await client.logout().catch(() => undefined);
      }
    },
    forgetNumbers: async () => {
      for (const file of await readdir(inbox))
        if (file.startsWith('dovecot')) await rm(join(inbox, file), { recursive: true });
    },
    remove: async () => {
      await stop();
      await rm(root, { recursive: true, force: true });
    },
  };
};

const configOf = (root: string, port: number, owner: { readonly uid: number; readonly gid: number }): string => {
  const asRoot = process.getuid?.() === 0;
  const self = userInfo().username;
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${root}/run
state_dir = ${root}/run
log_path = ${root}/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${root}/mail/Maildir
first_valid_uid = 1
mail_max_userip_connections = 100
${asRoot ? '' : `default_internal_user = ${self}\ndefault_login_user = ${self}\ndefault_internal_group =\n`}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${String(owner.uid)} gid=${String(owner.gid)} home=${root}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${String(port)}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
};

const answers = async (connection: ConstructorParameters<typeof ImapFlow>[0]): Promise<boolean> => {
  const client = new ImapFlow(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.logout();
    return true;
  } catch {
    client.close();
    return false;
  }
};

const freePort = async (): Promise<number> =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
