/** In the sample world every caseworker is one click. */
import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Worker } from '../api/contract.js';
import { useSignIn } from '../api/use-sign.js';
import { FaultAlert } from '../frame/fault-alert.js';
import { initials } from '../frame/initials.js';
import { useWords } from '../words/use-words.js';
import { named, type Words } from '../words/words.js';

export function SamplePeople({ offered }: { readonly offered: readonly Worker[] }): JSX.Element {
  const { say } = useWords();
  const signIn = useSignIn();
  return (
    <>
      <Paragraph>{say.signInDemo}</Paragraph>
      <FaultAlert error={signIn.error} />
      {offered.length === 0 && <Paragraph>{say.nobodyOffered}</Paragraph>}
      <ul className="people">
        {offered.map((worker) => (
          <li key={worker.id}>
            <Button
              variant="secondary"
              className="person"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(worker.id)}
            >
              <span className="initials" aria-hidden="true">
                {initials(worker.name)}
              </span>
              <span>
                <strong>{worker.name}</strong>
                <small>{rolesInWords(worker, say)}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

const rolesInWords = ({ roles }: Worker, say: Words): string =>
  roles.map((role) => named(say, 'clearance', role)).join(', ');
