import { describe, expect, it } from '@jest/globals';
import { disclosed, disclosedToAnyone } from '../../../test/world/disclosed.js';
import { seal } from '../disclosure/sealed.js';
import { disclosedRecord } from './journal-entry.js';

const claim = disclosed({
  topic: 'claim',
  facts: { creditor: 'Tindevind', outstanding: 10171, kid: seal('2713736317286') },
});

describe('the record of a disclosure [ND13]', () => {
  it('names rule, topic, level, whom it is about and which facts were told', () => {
    expect(disclosedRecord('chat', [claim])).toMatchObject({
      channel: 'chat',
      policyVersion: claim.policyVersion,
      disclosed: [
        {
          rule: 'claim-to-debtor',
          topic: 'claim',
          level: 'substantial',
          about: 'party-kari',
          facts: ['creditor', 'kid', 'outstanding'],
        },
      ],
    });
  });

  it('holds no value: names of facts outlive what they told [I09]', () => {
    expect(JSON.stringify(disclosedRecord('chat', [claim]))).not.toMatch(/Tindevind|10171|2713736317286/);
  });

  it('keeps what was told to anybody apart from what was told about somebody', () => {
    const record = disclosedRecord('mail', [
      disclosedToAnyone({ topic: 'general', facts: { desk: 'Fjordvakt' } }),
      claim,
    ]);
    expect(record.disclosed.map(({ about }) => about)).toEqual([null, 'party-kari']);
  });

  it('of an answer that told nothing is empty', () => {
    expect(disclosedRecord('chat', [])).toEqual({ channel: 'chat', disclosed: [], policyVersion: '' });
  });
});
