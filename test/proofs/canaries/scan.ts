/** Finds markers in whatever left the desk, in every dress they may have put on. */
import { createHash } from 'node:crypto';
import type { Marker } from './markers.js';

export type Finding = { readonly marker: Marker; readonly dress: string };

type Dressed = { readonly text: string; readonly marker: Marker; readonly dress: string; readonly whole: boolean };

const gram = 6;
const squeezedDigits = 11;

export class Scanner {
  private readonly index = new Map<string, Dressed[]>();
  private readonly numbers: readonly Dressed[];

  constructor(markers: readonly Marker[]) {
    const all = markers.flatMap(dresses);
    for (const one of all)
      this.index.set(one.text.slice(0, gram), [...(this.index.get(one.text.slice(0, gram)) ?? []), one]);
    this.numbers = markers
      .filter(({ value }) => /^\d+$/.test(value) && value.length >= squeezedDigits)
      .map((marker) => ({ text: marker.value, marker, dress: 'grouped', whole: false }));
  }

  /** @returns every marker in the text, each once in each dress */
  find(text: string): readonly Finding[] {
    const found = new Map<string, Finding>();
    for (let at = 0; at + gram <= text.length; at += 1) {
      for (const one of this.index.get(text.slice(at, at + gram)) ?? [])
        if (text.startsWith(one.text, at) && (!one.whole || standsAlone(text, at, one.text.length)))
          found.set(`${one.dress}|${one.marker.kind}|${one.marker.value}`, { marker: one.marker, dress: one.dress });
    }
    const digits = text.replace(/[\s.\u00a0\u202f-]/g, '');
    for (const { text: number, marker, dress } of this.numbers)
      if (digits.includes(number)) found.set(`grouped|${marker.kind}|${number}`, { marker, dress });
    return [...found.values()];
  }
}

/** A short number may stand in a longer one by chance. */
const standsAlone = (text: string, at: number, length: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + length] ?? ' ');

const dresses = (marker: Marker): readonly Dressed[] => {
  const { value } = marker;
  const bytes = Buffer.from(value, 'utf8');
  const hash = createHash('sha256').update(value).digest();
  const isNumber = /^\d+$/.test(value);
  const texts: readonly (readonly [string, string])[] = [
    ['plain', value],
    ['lower', value.toLowerCase()],
    ['upper', value.toUpperCase()],
    ['url', encodeURIComponent(value)],
    ['form', encodeURIComponent(value).replaceAll('%20', '+')],
    [
      'json',
      JSON.stringify(value)
        .slice(1, -1)
        .replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['html', value.replace(/[^\x20-\x7e]/g, (sign) => `&#${String(sign.codePointAt(0))};`)],
    [
      'quoted-printable',
      [...bytes]
        .map((byte) =>
          byte > 126 || byte === 61
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .join(''),
    ],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ...[0, 1, 2].map((shift) => ['base64', inBase64(bytes, shift)] as const),
    ['sha-256', hash.toString('hex')],
    ['sha-256 base64', hash.toString('base64').slice(0, 40)],
    ...(isNumber && value.length >= 8 ? ([['reversed', Array.from(value).reverse().join('')]] as const) : []),
  ];
  const seen = new Set<string>();
  return texts.flatMap(([dress, text]) => {
    if (text.length < gram || seen.has(text)) return [];
    seen.add(text);
    return [
      {
        text,
        marker,
        dress,
        whole: dress === 'plain' || dress === 'lower' || dress === 'upper' || dress === 'reversed',
      },
    ];
  });
};

/** The letters of a value in base64 that do not depend on what stands around it. */
const inBase64 = (bytes: Buffer, shift: number): string =>
  Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .slice(shift === 0 ? 0 : shift + 1)
    .replace(/.{1,2}=*$/, '')
    .slice(0, Math.floor((bytes.length * 4) / 3) - 3);
