/** The claim the case is about. */
import type { JSX } from 'react';
import type { Claim } from '../api/case.js';
import { kroner } from '../time/money.js';
import { useWords } from '../words/use-words.js';
import { named } from '../words/words.js';
import { Facts, Panel } from './panel.js';

export function ClaimFacts({ claim }: { readonly claim: Claim }): JSX.Element {
  const { language, say } = useWords();
  return (
    <Panel title={say.claim}>
      <Facts
        pairs={[
          [say.caseNumber, claim.caseNumber ?? '–'],
          [say.creditor, claim.creditor],
          [say.outstanding, claim.outstandingOre === null ? '–' : kroner(claim.outstandingOre, language)],
          [say.claimState, named(say, 'claim', claim.status)],
        ]}
      />
    </Panel>
  );
}
