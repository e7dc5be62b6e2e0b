/** What a colleague would do with the case, for a second pair of eyes. */
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case, Proposal } from '../api/case.js';
import { useDeskNow } from '../frame/desk-time.js';
import { moment } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';

type Props = { readonly proposal: Proposal; readonly now: Case };

export function ProposalNote({ proposal, now }: Props): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  const ground = now.grounds.find(({ id }) => id === proposal.ground);
  return (
    <div className="proposal stack">
      <Heading level={3} data-size="2xs">
        {say.proposal}: {ground?.title[language] ?? proposal.ground}
      </Heading>
      <Paragraph data-size="sm">
        {fill(say.proposedBy, proposal.by.name, proposal.at === null ? '–' : moment(proposal.at, language, deskNow))}
      </Paragraph>
      {proposal.letter === null ? (
        <Paragraph>{say.noLetter}</Paragraph>
      ) : (
        <blockquote className="words" lang={now.language}>
          {proposal.letter}
        </blockquote>
      )}
      {ground?.needsRemedies === true && <Paragraph data-size="sm">{say.remedies}</Paragraph>}
      {!now.acts.includes('approve') && now.stage === 'proposed' && (
        <Paragraph data-size="sm">{say.approveOther}</Paragraph>
      )}
    </div>
  );
}
