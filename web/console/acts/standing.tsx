/** Who has the case and whether it waits, in a sentence. */
import { Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case } from '../api/case.js';
import { useWorker } from '../frame/worker.js';
import { isEnded } from '../time/deadline.js';
import { dayInWords } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';

export function Standing({ now }: { readonly now: Case }): JSX.Element {
  const { language, say } = useWords();
  const me = useWorker();
  const { stage, assignee, waitUntil, waitReason, acts } = now;
  const sentences = [
    isEnded(stage) ? say.nothingToDo : '',
    acts.includes('claim') ? say.takeFirst : '',
    assignee !== null && assignee.id !== me.id && !isEnded(stage) ? fill(say.heldBy, assignee.name) : '',
    stage === 'waiting' && waitUntil !== null ? fill(say.waitsUntil, dayInWords(waitUntil, language)) : '',
    stage === 'waiting' ? (waitReason ?? '') : '',
  ].filter((sentence) => sentence !== '');
  return <>{sentences.length > 0 && <Paragraph>{sentences.join(' ')}</Paragraph>}</>;
}
