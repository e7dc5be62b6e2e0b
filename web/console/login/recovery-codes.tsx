/** The recovery codes, shown once. */
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { useWords } from '../words/use-words.js';

type Props = { readonly codes: readonly string[]; readonly onDone: () => void };

export function RecoveryCodes({ codes, onDone }: Props): JSX.Element {
  const { say } = useWords();
  return (
    <div className="stack">
      <Heading level={2} data-size="xs">
        {say.recoveryTitle}
      </Heading>
      <Paragraph>{say.recovery}</Paragraph>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{say.goToSignIn}</Button>
    </div>
  );
}
