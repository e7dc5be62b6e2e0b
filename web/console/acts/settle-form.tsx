/** Ends a case on a typed ground, with a letter where the ground asks for one; or proposes to, where two must look. */
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState, type JSX } from 'react';
import { useWords } from '../words/use-words.js';
import { Findings } from './findings.js';
import { GroundChoice } from './ground-choice.js';
import { LetterBox } from './letter-box.js';
import { settleFault, type SettleFault } from './settle-fault.js';
import { SettleReview } from './settle-review.js';
import { TemplateChoice } from './template-choice.js';
import { useFourEyes } from './use-four-eyes.js';
import { useLetter } from './use-letter.js';
import type { Work } from './use-work.js';

export function SettleForm({ work }: { readonly work: Work }): JSX.Element {
  const { say } = useWords();
  const { now, box } = work;
  const twoLook = useFourEyes(now.queue);
  const letter = box.draft.letter ?? '';
  const ground = now.grounds.find(({ id }) => id === box.draft.ground);
  const check = useLetter(letter);
  const area = useRef<HTMLTextAreaElement>(null);
  const [fault, setFault] = useState<SettleFault | 'second-look' | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const change = (field: 'ground' | 'letter', text: string): void => {
    setFault(null);
    box.write(field, text);
  };
  const review = (): void => {
    const found = settleFault(ground, letter, now.reach) ?? (check.holds ? 'second-look' : null);
    setFault(found);
    setReviewing(found === null);
  };
  const settle = (): void => {
    setReviewing(false);
    if (ground === undefined) return;
    const text = letter.trim() === '' ? null : letter;
    work.perform({
      act: { do: 'settle', ground: ground.id, text, ...(check.looked ? { secondLook: true } : {}) },
      told: twoLook ? say['done-propose'] : say['done-settle'],
      sent: ['ground', 'letter'],
      onError: check.onError,
    });
  };
  const letterError = { 'no-letter': say['refusal-letter-needed'], 'second-look': say.secondLookNeeded };
  return (
    <div className="stack">
      {twoLook && <Paragraph data-size="sm">{say.proposeNote}</Paragraph>}
      <GroundChoice
        grounds={now.grounds}
        chosen={ground?.id ?? ''}
        error={fault === 'no-ground' ? say.chooseGround : undefined}
        onChoose={(id) => change('ground', id)}
      />
      {now.reach === null ? (
        <Paragraph data-size="sm">{say['reach-none']}</Paragraph>
      ) : (
        <>
          <TemplateChoice
            templates={now.templates}
            text={letter}
            box={area}
            onWrite={(text) => change('letter', text)}
          />
          <LetterBox
            label={say.letter}
            note={ground?.letter === 'required' ? say.letterRequiredNote : say.letterOptionalNote}
            text={letter}
            language={now.language}
            findings={check.findings}
            error={fault === 'no-letter' || fault === 'second-look' ? letterError[fault] : undefined}
            box={area}
            onWrite={(text) => change('letter', text)}
          />
          <Findings check={check} box={area} />
        </>
      )}
      {ground?.needsRemedies === true && <Paragraph data-size="sm">{say.remedies}</Paragraph>}
      <Button loading={work.busy === 'settle'} onClick={review}>
        {twoLook ? say.proposeNow : say.settleNow}
      </Button>
      <SettleReview
        open={reviewing}
        ground={ground}
        letter={letter}
        twoLook={twoLook}
        reach={now.reach}
        onConfirm={settle}
        onCancel={() => setReviewing(false)}
      />
    </div>
  );
}
