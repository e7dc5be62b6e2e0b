import { describe, expect, it } from '@jest/globals';
import type { Meaning } from './meaning.js';
import { planMail } from './plan-mail.js';

const planned = (intents: readonly string[], command: Meaning['command'] = null): readonly string[] =>
  planMail({ intents, command } as Meaning).map((step) =>
    step.do === 'file' ? step.intent : step.do === 'inform' ? `tell ${step.about}` : step.do,
  );

describe('a mail', () => {
  it('is filed for everything it asks, and never answered with a fact [S17]', () => {
    expect(planned(['access', 'erasure', 'balance'])).toEqual(['access', 'erasure', 'balance']);
  });

  it('that nobody understands, or that only greets, is filed all the same', () => {
    expect(planned([])).toEqual(['other']);
    expect(planned(['greeting', 'thanks'])).toEqual(['other']);
  });

  it('is told what everybody may know, at once', () => {
    expect(planned(['privacy_info', 'greeting'])).toEqual(['tell privacy']);
    expect(planned(['enforcement'])).toEqual(['tell enforcement', 'enforcement']);
  });

  it('about somebody else asks nothing of a claim of the sender’s own [ND9]', () => {
    expect(planned(['third_party', 'balance'])).toEqual(['third_party']);
    expect(planned(['authority', 'payment_info', 'access'])).toEqual(['authority', 'access']);
  });

  it('that asks for silence is heard, and whatever else it asks is filed [ND14]', () => {
    expect(planned([], 'stop')).toEqual(['stop-mail']);
    expect(planned(['contact_preference'], 'stop')).toEqual(['stop-mail']);
    expect(planned(['complaint', 'marketing_opt_out'], 'stop')).toEqual(['stop-mail', 'complaint']);
  });
});
