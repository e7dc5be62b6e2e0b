/**
 * What the log may hold: method, path without its query, status and time. No address, header, body or query: the
 * default would log them all (ND15).
 */
export const logOptions = (level: string) => ({
  pinoHttp: {
    level,
    quietReqLogger: true,
    autoLogging: {
      ignore: (request: { readonly url?: string }) =>
        request.url === '/healthz' || request.url === '/readyz' || request.url === '/metrics',
    },
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: pathShape(request.url) }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: { type?: string; code?: string }) => ({ type: error.type, code: error.code }),
    },
    customProps: () => ({}),
  },
});

/** Longer than any word of a route: what is as long is an id, also where it happens to hold no digit. */
const longestWord = 15;
const shortestId = 12;

/** The path with every id in it hidden: a conversation's id is as good as half a key. */
export const pathShape = (url: string): string =>
  (url.split('?')[0] ?? '')
    .split('/')
    .map((part) => (part.length > longestWord || (/[0-9A-Z]/.test(part) && part.length > shortestId) ? ':id' : part))
    .join('/');
