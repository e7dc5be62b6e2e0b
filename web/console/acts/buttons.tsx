/** What is done with one press. */
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import type { ActName } from '../api/case.js';
import { Confirm } from '../frame/confirm.js';
import { useWords } from '../words/use-words.js';
import type { Work } from './use-work.js';

type Plain = 'claim' | 'release' | 'resume' | 'approve' | 'resume-desk';

/** The dearest first. */
const plain: readonly Plain[] = ['claim', 'approve', 'resume', 'resume-desk', 'release'];
const isDear = (act: Plain): boolean => act === 'claim' || act === 'approve';

export function ActButtons({ work }: { readonly work: Work }): JSX.Element | null {
  const { say } = useWords();
  const [approving, setApproving] = useState(false);
  const { acts, stage } = work.now;
  const offered = plain.filter((act) => acts.includes(act satisfies ActName));
  if (offered.length === 0) return null;
  const press = (act: Plain): void => {
    if (act === 'approve' && !approving) {
      setApproving(true);
      return;
    }
    setApproving(false);
    work.perform({ act: { do: act }, told: say[`done-${act}`] });
  };
  return (
    <div className="row">
      {offered.map((act) => (
        <Button
          key={act}
          variant={isDear(act) ? 'primary' : 'secondary'}
          loading={work.busy === act}
          onClick={() => press(act)}
        >
          {act === 'resume' && stage === 'proposed' ? say['act-withdraw'] : say[`act-${act}`]}
        </Button>
      ))}
      <Confirm
        open={approving}
        title={say['act-approve']}
        action={say['act-approve']}
        onConfirm={() => press('approve')}
        onCancel={() => setApproving(false)}
      >
        <Paragraph>{say.settleFinal}</Paragraph>
      </Confirm>
    </div>
  );
}
