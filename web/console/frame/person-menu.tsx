/** Who one is, and the ways out: away for a while, or signed out. */
import { Button, Dropdown } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import { useAbsence, useSignOut } from '../api/use-sign.js';
import { useWords } from '../words/use-words.js';
import { Confirm } from './confirm.js';
import { initials } from './initials.js';
import { useTell } from './results.js';
import { useTellFault } from './use-tell-fault.js';
import { useWorker } from './worker.js';

export function PersonMenu(): JSX.Element {
  const { say } = useWords();
  const worker = useWorker();
  const tell = useTell();
  const tellFault = useTellFault();
  const absence = useAbsence();
  const signOut = useSignOut();
  const [asking, setAsking] = useState(false);
  const goAway = (): void => {
    setAsking(false);
    void absence.mutateAsync(true).then(() => tell(say['done-away']), tellFault);
  };
  return (
    <>
      <Dropdown.TriggerContext>
        <Dropdown.Trigger variant="tertiary" data-color="neutral" data-size="sm" className="me">
          <span className="initials" aria-hidden="true">
            {initials(worker.name)}
          </span>
          <span className="me-name">{worker.name}</span>
        </Dropdown.Trigger>
        <Dropdown placement="bottom-end">
          <Dropdown.List>
            {!worker.absent && (
              <Dropdown.Item>
                <Dropdown.Button onClick={() => setAsking(true)}>{say.away}</Dropdown.Button>
              </Dropdown.Item>
            )}
            <Dropdown.Item>
              <Dropdown.Button onClick={() => void signOut.mutateAsync().catch(tellFault)}>
                {say.signOut}
              </Dropdown.Button>
            </Dropdown.Item>
          </Dropdown.List>
        </Dropdown>
      </Dropdown.TriggerContext>
      <Confirm open={asking} title={say.away} action={say.away} onConfirm={goAway} onCancel={() => setAsking(false)}>
        <p>{say.awayAsk}</p>
      </Confirm>
    </>
  );
}

export function AwayNote(): JSX.Element | null {
  const { say } = useWords();
  const worker = useWorker();
  const tell = useTell();
  const tellFault = useTellFault();
  const absence = useAbsence();
  if (!worker.absent) return null;
  return (
    <div className="away">
      <p>{say.awayNote}</p>
      <Button
        data-size="sm"
        loading={absence.isPending}
        onClick={() => void absence.mutateAsync(false).then(() => tell(say['done-back']), tellFault)}
      >
        {say.isBack}
      </Button>
    </div>
  );
}
