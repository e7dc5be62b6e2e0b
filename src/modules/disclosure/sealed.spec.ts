import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { open } from './open.js';
import { seal, Sealed } from './sealed.js';

const secret = '11867930231';
const sealed = seal(secret);

/** Everything a program may do with a value when it does not mean to tell it. */
const printers: readonly (readonly [string, (value: string) => string])[] = [
  ['String()', (...value) => String(value)],
  ['a template', (value) => `it is ${value}`],
  ['concatenation', (value) => 'is ' + value],
  ['JSON', (value) => JSON.stringify({ value })],
  ['util.inspect', (value) => inspect(value)],
  [
    'util.inspect with everything shown',
    (value) => inspect({ value }, { showHidden: true, depth: null, getters: true }),
  ],
  ['util.format', (value) => format('%s %o %O %j', value, value, value, value)],
  ['an error', (value) => new Error(value).message],
  ['the stack of an error', (value) => new Error(`not found: ${value}`).stack ?? ''],
  ['the cause of an error', (value) => inspect(new Error('broken', { cause: value }))],
  ['joining a list', (value) => [value].join()],
  [
    'the keys and values of an object',
    (value) => JSON.stringify([Object.entries(value), Object.getOwnPropertyNames(value)]),
  ],
  ['a copy', (value) => JSON.stringify(Object.assign({}, value))],
  ['a structured clone', (value) => inspect(structuredClone(value))],
  ['serialising', (value) => serialize(value).toString('latin1')],
  ['a locale string', (value) => value.toLocaleString()],
];

describe('a sealed value [lock 3, ND15]', () => {
  it.each(printers)('is not told by %s', (_, print) => {
    expect(print(sealed as never)).not.toContain(secret);
    expect(print(seal({ nationalId: secret }) as never)).not.toContain(secret);
  });

  it.each(printers.slice(0, 9))('is shown as sealed by %s', (_, print) => {
    expect(print(sealed as never)).toContain('[sealed]');
  });

  it('is not told by the console', () => {
    let printed = '';
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        printed += chunk.toString();
        done();
      },
    });
    const console = new Console(stream, stream);
    console.log(sealed, { sealed });
    console.error('%s', sealed);
    console.dir(sealed, { showHidden: true });
    console.table([{ sealed }]);
    expect(printed).toContain('[sealed]');
    expect(printed).not.toContain(secret);
  });

  it('is opened by the one door, and by no other object', () => {
    expect(open(sealed)).toBe(secret);
    const fakes: readonly unknown[] = [
      secret,
      { value: secret },
      Object.create(Sealed.prototype),
      new Proxy(sealed, {}),
    ];
    for (const fake of fakes) expect(() => open(fake as never)).toThrow(TypeError);
  });

  it('cannot be written to, nor read by a subclass', () => {
    expect(Object.isFrozen(sealed)).toBe(true);
    class Peek extends Sealed<string> {
      peek = (): readonly unknown[] => [Reflect.get(this, 'value'), Reflect.get(this, '#value')];
    }
    expect(() => new Peek(secret)).toThrow(TypeError);
  });

  it('is told by nothing, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (text) => {
        fc.pre(!'[sealed] Sealed {}'.includes(text));
        return printers.every(
          ([, print]) =>
            !print(seal(text) as never)
              .replace(/at .*\n?/g, '')
              .includes(text),
        );
      }),
      { numRuns: 200 },
    );
  });
});
