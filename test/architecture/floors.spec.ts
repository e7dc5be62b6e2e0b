import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cruiseHouse, type Cruised } from './cruise-house.js';
import { seedHouse } from './seed-house.js';
import { seeds } from './seeds.js';

const minute = 60_000;
const fewestSeeds = 13;

describe('the floors of the house', () => {
  let house: Cruised;

  beforeAll(async () => {
    house = await cruiseHouse();
  }, minute);

  it('are kept: a room imports itself and lower floors, an edge its driver', () => {
    expect(house.violations.filter(({ rule }) => !rule.startsWith('plain-'))).toEqual([]);
  });

  it('were looked at: more modules were read than 0.8 of the TypeScript files in src', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const read = house.modules.filter((name) => name.startsWith('src/') && name.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(100);
    expect(read.length).toBeGreaterThan(0.8 * files.length);
  });
});

describe('the rules of the house', () => {
  let seeded: Cruised;

  beforeAll(async () => {
    using house = seedHouse();
    seeded = await cruiseHouse(house.directory);
  }, minute);

  it('are each broken by a seed', () => {
    expect([...new Set(seeds.map(({ rule }) => rule))].sort()).toEqual([...seeded.rules].sort());
    expect(seeds.length).toBeGreaterThanOrEqual(fewestSeeds);
  });

  it.each(seeds)('find the wrong seeded in $file: $rule', ({ rule, file, also = [] }) => {
    const found = seeded.violations.filter((violation) => violation.from === file).map((violation) => violation.rule);
    expect(new Set(found)).toEqual(new Set([rule, ...also]));
  });

  it('find nothing in the sound part of the house', () => {
    const wrong = new Set(seeds.map(({ file }) => file));
    expect(seeded.violations.filter(({ from }) => !wrong.has(from))).toEqual([]);
  });
});
