import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { treatmentOf, treatments } from './treatment.js';

describe('what the desk does with an intent', () => {
  it('is said for every one it understands', () => {
    const lines = parse(readFileSync('config/intents/nb.yaml', 'utf8')) as Readonly<Record<string, unknown>>;
    const understood = Object.keys(lines).filter((intent) => intent !== 'crisis'); // which comes before any plan
    expect(understood.length).toBeGreaterThan(30);
    expect(understood.filter((intent) => treatments[intent] === undefined)).toEqual([]);
  });

  it('files only what the policy has a queue for', () => {
    const filed = Object.entries(treatments).filter(([, { kind }]) => kind === 'file');
    expect(filed.filter(([intent]) => shippedPolicy.filing[intent] === undefined)).toEqual([]);
    expect(filed.length).toBeGreaterThan(20);
  });

  it('is to ask, for one nobody has thought of', () => {
    expect(treatmentOf('no such intent')).toEqual({ kind: 'unsure' });
  });
});
