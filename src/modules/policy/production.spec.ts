import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPolicy } from './load-policy.service.js';

const sampleCollector = readFileSync('config/sample/collector.yaml', 'utf8');

describe('the rules in production', () => {
  let folder: string;
  const read = () => readPolicy({ configDirectory: folder, publicUrl: 'https://desk.example', demo: false });
  const faults = (): readonly string[] => {
    const policy = read();
    return policy.ok ? [] : policy.faults;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'skranke-config-'));
    cpSync('config', folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('never fall back on the sample collector', () => {
    expect(faults()).toEqual([expect.stringMatching(/collector\.yaml: cannot be read$/)]);
    writeFileSync(join(folder, 'collector.yaml'), sampleCollector);
    expect(faults()).toEqual([]);
  });

  it('hold no rate that is marked as a sample', () => {
    writeFileSync(join(folder, 'collector.yaml'), sampleCollector);
    const samplesIn = (demo: boolean): number => {
      const policy = readPolicy({ configDirectory: folder, publicUrl: 'https://desk.example', demo });
      return policy.ok ? policy.value.rates.lateInterest.rows.filter(({ sample }) => sample === true).length : -1;
    };
    expect([samplesIn(true), samplesIn(false)]).toEqual([1, 0]);
  });

  it("are refused with another collector's notice [S1, S6]", () => {
    writeFileSync(join(folder, 'collector.yaml'), sampleCollector.replace('Fjordvakt Inkasso AS', 'Annet Inkasso AS'));
    expect(faults()).toEqual(
      ['nb', 'nn', 'en'].map(
        (language) => `config/notice/${language}.md: is the notice of another collector than collector.yaml`,
      ),
    );
  });
});
