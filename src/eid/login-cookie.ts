/** The cookie that ties a browser to the login it began. Lax, because it has to come back from the issuer's site. */
export const cookieName = '__Host-skranke-eid';

/** What it holds. @property page  which of the two chat pages she came from */
export type LoginCookie = { readonly seed: string; readonly page: 'chat' | 'simple' };

export const writeLoginCookie = ({ seed, page }: LoginCookie): string => `${page}.${seed}`;

/** @param header  the Cookie header as it came; null where it holds none of ours */
export const readLoginCookie = (header: string | undefined): LoginCookie | null => {
  const found = (header ?? '').split('; ').find((pair) => pair.startsWith(`${cookieName}=`));
  const read = /^(chat|simple)\.([\w-]{43})$/.exec(found?.slice(cookieName.length + 1) ?? '');
  const [, page, seed] = read ?? [];
  return (page === 'chat' || page === 'simple') && seed !== undefined ? { page, seed } : null;
};
