/**
 * The demo's own issuer of electronic ids, where anybody may be any of the sample people: an entry point of its own,
 * begun by its parent when the first connection comes, which hands its sockets over. Ends when the parent ends.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Provider } from 'oidc-provider';
import { testIdConfiguration, type TestIdWish } from './test-id-configuration.service.js';
import { testIdDoor, testIdPage, type TestIdPerson } from './test-id-page.js';

export type ToTestId = { readonly kind: 'open'; readonly wish: TestIdWish } | { readonly kind: 'socket' };

/** One whom the desk has never heard of: an eID is no sign of a claim. Synthetic, as all of them. */
const stranger: TestIdPerson = { name: 'Ukjent Person', nationalId: '15818010181', kind: 'ukjent' };
const longestForm = 4_096;

const open = (wish: TestIdWish): Server => {
  const provider = new Provider(wish.issuer, testIdConfiguration(wish));
  const answer = provider.callback();
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', wish.issuer);
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(testIdDoor);
      return;
    }
    const answering = pathname.startsWith('/login/')
      ? login(provider, wish, request, response)
      : answer(request, response);
    answering.catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Test-ID could not go on. Go back to the conversation and begin again.');
    });
  });
};

const login = async (
  provider: Provider,
  wish: TestIdWish,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { uid } = await provider.interactionDetails(request, response);
  const people = [...(await sampleOf(wish.people)), stranger];
  if (request.method !== 'POST') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(testIdPage(uid, people));
    return;
  }
  const form = new URLSearchParams(await bodyOf(request));
  if (form.has('cancel')) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const chosen = people.find(({ nationalId }) => nationalId === form.get('person'));
  if (chosen === undefined) throw new Error('nobody of the sample');
  const acr = form.get('level') === 'substantial' ? 'test-id-substantial' : 'test-id-high';
  await provider.interactionFinished(request, response, { login: { accountId: chosen.nationalId, acr } });
};

const sampleOf = async (address: string): Promise<readonly TestIdPerson[]> => {
  const answer = await fetch(address);
  const people = (await answer.json()) as readonly { name: string; nationalId: string | null; kind: string }[];
  return people.flatMap(({ name, nationalId, kind }) => (nationalId === null ? [] : [{ name, nationalId, kind }]));
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestForm) throw new Error('a form longer than is read');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

let server: Server | null = null;

process.on('message', (message: ToTestId, socket: Socket | undefined) => {
  if (message.kind === 'open') server = open(message.wish);
  if (message.kind === 'socket' && socket !== undefined) {
    server?.emit('connection', socket);
    socket.resume();
  }
});
process.once('disconnect', () => process.exit(0));
