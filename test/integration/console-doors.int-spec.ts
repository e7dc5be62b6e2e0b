import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsoleClient } from '../world/console-client.js';
import { openHouse, type MainHouse } from '../world/main-house.js';

describe('house', () => {
  let house: MainHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 60_000);
  afterAll(async () => house.close());

  it('opens', async () => {
    const peder = await ConsoleClient.signIn(house.url, 'peder');
    expect(await peder.get('queues')).toBeDefined();
  });
});
