import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadSmsProvider } from './sms-provider.service.js';
import { smsProviderSchema, type SmsProvider } from './provider.schema.js';
import { toRequest } from './to-request.js';

const shipped = loadSmsProvider('config');
const fillings = { to: '+4799991001', text: 'Koden er 0123 4567', sender: 'Skranke', token: 't0ken', reference: 'r-1' };
const asForm: SmsProvider = {
  ...shipped,
  request: { ...shipped.request, format: 'form', body: { To: '{to}', Body: '{sender}: {text}', flash: false } },
};

describe('a request to the provider of text messages', () => {
  it('is what the shipped template says', () => {
    const { method, headers, body } = toRequest(shipped, fillings);
    expect(method).toBe('POST');
    expect(headers).toMatchObject({ Authorization: 'Bearer t0ken', 'Content-Type': 'application/json; charset=utf-8' });
    expect(JSON.parse(body)).toEqual({
      to: '+4799991001',
      from: 'Skranke',
      text: 'Koden er 0123 4567',
      reference: 'r-1',
    });
  });

  it('keeps every text in its field, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, to) => {
        const body: unknown = JSON.parse(toRequest(shipped, { ...fillings, text, to }).body);
        const form = new URLSearchParams(toRequest(asForm, { ...fillings, text: text.toWellFormed(), to }).body);
        expect(body).toEqual({ to, from: 'Skranke', text, reference: 'r-1' });
        expect([...form]).toEqual([
          ['To', to.toWellFormed()],
          ['Body', `Skranke: ${text.toWellFormed()}`],
          ['flash', 'false'],
        ]);
      }),
    );
  });

  it('does not read what it has filled in as a template', () => {
    expect(toRequest(shipped, { ...fillings, text: '{token} {to}' }).body).toContain('{token} {to}');
  });

  it('has no line break in a header', () => {
    const { headers } = toRequest(shipped, { ...fillings, token: 'a\r\nX-Evil: 1' });
    expect(headers['Authorization']).toBe('Bearer aX-Evil: 1');
  });

  it('counts its length in bytes', () => {
    expect(toRequest(shipped, { ...fillings, text: 'æøå' }).headers['Content-Length']).toBe(
      String(Buffer.byteLength(toRequest(shipped, { ...fillings, text: 'æøå' }).body)),
    );
  });
});

describe('a provider’s template', () => {
  it.each([
    ['a placeholder nobody fills', { body: { to: '{phone}' } }],
    ['one deep inside', { body: { messages: [{ to: ['{nationalId}'] }] } }],
    ['one in a header', { headers: { Authorization: '{password}' } }],
    ['a method that sends nothing', { method: 'GET' }],
    ['a header with a break in its name', { headers: { 'X\r\nY': '{token}' } }],
    ['no time limit', { timeoutSeconds: 0 }],
  ])('is refused with %s', (_what, change) => {
    const given = { ...shipped, request: { ...shipped.request, ...change } };
    expect(smsProviderSchema.safeParse(given).success).toBe(false);
    expect(smsProviderSchema.safeParse(shipped).success).toBe(true);
  });
});
