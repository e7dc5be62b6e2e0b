import { fillTemplate, fillText, type Fillings } from './fill-template.js';
import type { SmsProvider } from './provider.schema.js';

/** A request as it goes on the wire. */
export type SmsRequest = {
  readonly method: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * @param provider  how it wants to be asked
 * @param fillings  the one message; JSON and forms are written by their own writers
 * @returns         a request whose headers hold no line break
 */
export const toRequest = ({ request }: SmsProvider, fillings: Fillings): SmsRequest => {
  const filled = fillTemplate(request.body, fillings);
  const isJson = request.format === 'json';
  const body = isJson ? JSON.stringify(filled) : formOf(filled);
  const given = Object.entries(request.headers).map(([name, text]): [string, string] => [
    name,
    oneLine(fillText(text, fillings)),
  ]);
  return {
    method: request.method,
    headers: {
      ...Object.fromEntries(given),
      'Content-Type': isJson ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
    },
    body,
  };
};

const formOf = (filled: unknown): string =>
  new URLSearchParams(
    Object.entries(filled as Readonly<Record<string, unknown>>).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();

const oneLine = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');
