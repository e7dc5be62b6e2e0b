import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cookiesSchema } from '../../src/modules/policy/cookies.schema.js';
import { loadYaml } from '../../src/modules/policy/load-yaml.service.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));

describe('the cookies', () => {
  it('the service can set are those of config/notice/cookies.yaml, and no other [S22]', () => {
    const listed = loadYaml('config/notice/cookies.yaml', cookiesSchema);
    const named = sources.flatMap(({ text }) => text.match(/__Host-[a-z-]+/g) ?? []);
    expect([...new Set(named)].sort()).toEqual(listed.ok ? listed.value.cookies.map(({ name }) => name).sort() : []);
  });

  it('are set by that one constant, so that the list above sees every one [S22]', () => {
    const setting = sources.flatMap(({ text }) => text.match(/\.(?:clearC|c)ookie\(\w+/g) ?? []);
    expect(setting.length).toBeGreaterThan(1);
    expect(setting.filter((call) => !call.endsWith('(cookieName'))).toEqual([]);
    expect(sources.filter(({ text }) => /set-cookie/i.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
