/** The mail the case came by: who it says it is from, what hangs on it, and the original. */
import { Button, Link, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case, Mail } from '../api/case.js';
import { useReprocess } from '../api/use-act.js';
import { FaultAlert } from '../frame/fault-alert.js';
import { useTell } from '../frame/results.js';
import { useWords } from '../words/use-words.js';
import { named, type Words } from '../words/words.js';
import { sizeInWords } from './file-size.js';
import { Facts, Panel } from './panel.js';

/** Where mail lies that could not be read. */
const unreadable = 'unreadable-mail';

export function MailFacts({ mail, now }: { readonly mail: Mail; readonly now: Case }): JSX.Element {
  const { say } = useWords();
  const files = mail.attachments.map(({ name, size }) => `${name} (${sizeInWords(size)})`);
  return (
    <Panel title={say.mail}>
      <Facts
        pairs={[
          [say.from, mail.from ?? '–'],
          [say.attachments, files.length === 0 ? say.noAttachments : files.join(', ')],
          ...(mail.screen === null ? [] : ([[say.screen, screenInWords(mail.screen, say)]] as const)),
        ]}
      />
      <Paragraph data-size="sm">{say.downloadNote}</Paragraph>
      <Link href={`/api/console/mails/${encodeURIComponent(mail.id)}/raw`} download>
        {say.download}
      </Link>
      {now.queue === unreadable && <Reprocess mail={mail} />}
    </Panel>
  );
}

const screenInWords = ({ verdict, reason }: NonNullable<Mail['screen']>, say: Words): string =>
  reason === null
    ? named(say, 'verdict', verdict)
    : `${named(say, 'verdict', verdict)}: ${named(say, 'reason', reason)}`;

function Reprocess({ mail }: { readonly mail: Mail }): JSX.Element {
  const { say } = useWords();
  const tell = useTell();
  const reprocess = useReprocess(mail.id);
  return (
    <div className="stack">
      <FaultAlert error={reprocess.error} />
      <Button
        variant="secondary"
        data-size="sm"
        loading={reprocess.isPending}
        onClick={() =>
          reprocess.mutate(undefined, {
            onSuccess: ({ again }) => (again ? tell(say['done-reprocess']) : tell(say.notReprocessed, 'not-done')),
          })
        }
      >
        {say.reprocess}
      </Button>
    </div>
  );
}
