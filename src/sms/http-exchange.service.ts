import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { HttpPhase } from './http-outcome.js';
import type { SmsRequest } from './to-request.js';

/** How far an exchange came, and what the far side said first. */
export type Exchanged = { readonly phase: HttpPhase; readonly status: number | null };

/**
 * Sends one request on a connection of its own and hears the status, nothing more. A redirect is an answer like any
 * other: nobody is sent on to another host (SSRF).
 * @param url        the operator's own setting
 * @param timeoutMs  for all of it, from the look-up of the host's name to the status
 */
export const exchange = async (url: URL, request: SmsRequest, timeoutMs: number): Promise<Exchanged> =>
  new Promise((settle) => {
    let phase: HttpPhase = 'connect';
    const isTls = url.protocol === 'https:';
    const { method, headers, body } = request;
    // No agent: a connection that was kept could be dead, and then nobody knows what had been sent.
    const going = (isTls ? requestTls : requestPlain)(url, { method, headers, agent: false });
    const end = (status: number | null): void => {
      clearTimeout(patience);
      settle({ phase, status });
      going.destroy();
    };
    const patience = setTimeout(() => end(null), timeoutMs);
    going.once('socket', (socket) =>
      socket.once(isTls ? 'secureConnect' : 'connect', () => {
        phase = 'request-sent';
        going.end(body);
      }),
    );
    going.once('response', ({ statusCode }) => end(statusCode ?? null));
    going.on('error', () => end(null));
  });
