/** Asks before something that cannot simply be undone. Escape and the cancel button lead back. */
import { Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { useId, type JSX, type ReactNode } from 'react';
import { useWords } from '../words/use-words.js';

type Props = {
  readonly open: boolean;
  readonly title: string;
  readonly action: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

export function Confirm({ open, title, action, busy = false, onConfirm, onCancel, children }: Props): JSX.Element {
  const { say } = useWords();
  const heading = useId();
  return (
    <Dialog open={open} onClose={onCancel} closeButton={say.close} aria-labelledby={heading}>
      <Heading level={2} data-size="xs" id={heading}>
        {title}
      </Heading>
      <div className="stack">{children}</div>
      <div className="row">
        <Button loading={busy} onClick={onConfirm}>
          {action}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {say.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
