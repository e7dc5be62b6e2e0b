import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { describe, expect, it } from '@jest/globals';
import type { Settings } from '../policy/settings.schema.js';
import { DevGuard } from './dev.guard.js';

const own = 'http://127.0.0.1:3000';

const mayEnter = (mode: Settings['SKRANKE_MODE'], remoteAddress: string, origin?: string): boolean => {
  const guard = new DevGuard({ SKRANKE_MODE: mode, publicUrl: own } as Settings);
  const request = { headers: { origin }, socket: { remoteAddress } };
  try {
    return guard.canActivate(new ExecutionContextHost([request]));
  } catch {
    return false;
  }
};

describe('the dev doors', () => {
  it('open in the demo, to this machine', () => {
    expect(mayEnter('demo', '127.0.0.1')).toBe(true);
    expect(mayEnter('demo', '::ffff:127.0.0.1')).toBe(true);
    expect(mayEnter('demo', '::1', own)).toBe(true);
  });

  it('stay shut in production, whoever knocks', () => {
    expect(mayEnter('production', '127.0.0.1')).toBe(false);
    expect(mayEnter('production', '127.0.0.1', own)).toBe(false);
  });

  it('stay shut to another machine, whatever origin it claims', () => {
    expect(mayEnter('demo', '192.0.2.7')).toBe(false);
    expect(mayEnter('demo', '192.0.2.7', own)).toBe(false);
  });

  it('stay shut to a page of another site on this machine [C08, C09]', () => {
    expect(mayEnter('demo', '127.0.0.1', 'https://evil.example')).toBe(false);
    expect(mayEnter('demo', '127.0.0.1', 'null')).toBe(false);
  });
});
