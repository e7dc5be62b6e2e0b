/** How sure the desk is of who it is, and what may be told because of it. */
import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case } from '../api/case.js';
import { useWords } from '../words/use-words.js';
import { fill, named } from '../words/words.js';
import { Panel } from './panel.js';

export function Who({ now }: { readonly now: Case }): JSX.Element {
  const { say } = useWords();
  const { identity, mayTell, person, language } = now;
  return (
    <Panel title={say.who}>
      {person !== null && <p className="name">{person.name ?? say.unknownName}</p>}
      <p>
        <Tag data-color={mayTell === 'own-facts' ? 'success' : 'warning'} data-size="sm">
          {named(say, 'identity', identity)}
        </Tag>
      </p>
      <Paragraph data-size="sm">{named(say, 'identityNote', identity)}</Paragraph>
      <Paragraph data-size="sm">
        <strong>{say[`mayTell-${mayTell}`]}</strong>
      </Paragraph>
      <Paragraph data-size="sm">{fill(say.writes, named(say, 'lang', person?.language ?? language))}.</Paragraph>
    </Panel>
  );
}
