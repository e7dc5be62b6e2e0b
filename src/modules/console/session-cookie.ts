/** Only this site's own page sends it, over a safe connection, and no script reads it. */
export const cookieName = '__Host-skranke-console';

export const cookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** @param header  the Cookie header as it came */
export const tokenIn = (header: string | undefined): string | null =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1) ?? null;
