/** Which account Postgres runs under when the desk was started by root, whom Postgres refuses. */

export type Account = { readonly uid: number; readonly gid: number };

/** In order of preference; initdb wants an account with a name, so a bare number will not do. */
const preferred = ['nobody', 'daemon', 'postgres'];

/**
 * @param passwd  /etc/passwd
 * @returns       null when the machine knows no account but root
 */
export const unprivilegedAccount = (passwd: string): Account | null => {
  const accounts = passwd.split('\n').flatMap(account);
  const known = preferred.map((name) => accounts.find((each) => each.name === name));
  const found = known.find((each) => each !== undefined) ?? accounts[0];
  return found === undefined ? null : { uid: found.uid, gid: found.gid };
};

const account = (line: string): readonly (Account & { readonly name: string })[] => {
  const [name, , uid, gid] = line.split(':');
  if (name === undefined || !isId(uid) || !isId(gid)) return [];
  // macOS writes -2 for what the kernel calls 4294967294.
  const each = { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  return each.uid === 0 ? [] : [each];
};

const isId = (text: string | undefined): text is string => text !== undefined && /^-?\d{1,10}$/.test(text);
