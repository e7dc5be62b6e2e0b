/** The last look before a case ends. */
import { Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case, Ground } from '../api/case.js';
import { Confirm } from '../frame/confirm.js';
import { useWords } from '../words/use-words.js';
import { named } from '../words/words.js';

type Props = {
  readonly open: boolean;
  readonly ground: Ground | undefined;
  readonly letter: string;
  readonly twoLook: boolean;
  readonly reach: Case['reach'];
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

export function SettleReview({ open, ground, letter, twoLook, reach, onConfirm, onCancel }: Props): JSX.Element {
  const { language, say } = useWords();
  return (
    <Confirm
      open={open}
      title={say.settleReview}
      action={twoLook ? say.proposeNow : say.settleNow}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <Paragraph>
        <strong>{ground?.title[language]}</strong>
      </Paragraph>
      {letter.trim() === '' ? (
        <Paragraph>{say.noLetter}</Paragraph>
      ) : (
        <>
          <Paragraph data-size="sm">{named(say, 'reach', reach ?? 'none')}</Paragraph>
          <blockquote className="words">{letter}</blockquote>
        </>
      )}
      {ground?.needsRemedies === true && <Paragraph data-size="sm">{say.remedies}</Paragraph>}
      <Paragraph data-size="sm">{twoLook ? say.proposeNote : say.settleFinal}</Paragraph>
    </Confirm>
  );
}
