/** Puts a case off until a day, and says what it waits for. */
import { Alert, Button, Chip, Textfield } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import { useDeskNow } from '../frame/desk-time.js';
import { dayInWords, openingOf } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';
import type { Work } from './use-work.js';
import { isAhead, passesDeadline, waitDays } from './wait-choice.js';

export function WaitForm({ work }: { readonly work: Work }): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  const [tried, setTried] = useState(false);
  const { now, box } = work;
  const day = box.draft.waitDay ?? '';
  const reason = box.draft.waitReason ?? '';
  const days = waitDays(deskNow);
  const dayFault = tried && !isAhead(day, deskNow);
  const reasonFault = tried && reason.trim() === '';
  const wait = (): void => {
    setTried(true);
    if (!isAhead(day, deskNow) || reason.trim() === '') return;
    const until = openingOf(day);
    work.perform({
      act: { do: 'wait', until, reason },
      told: fill(say['done-wait'], dayInWords(until, language)),
      sent: ['waitDay', 'waitReason'],
    });
  };
  return (
    <div className="stack">
      <Textfield
        type="date"
        label={say.waitUntil}
        min={days.first}
        value={day}
        error={dayFault ? say.badDay : undefined}
        onChange={({ target }) => box.write('waitDay', target.value)}
      />
      <div className="row">
        {[say.waitTomorrow, say.waitThree, say.waitWeek].map((words, index) => (
          <Chip.Button key={words} data-size="sm" onClick={() => box.write('waitDay', days.suggested[index] ?? '')}>
            {words}
          </Chip.Button>
        ))}
      </div>
      {passesDeadline(day, now.deadlineAt, deskNow) && (
        <Alert data-color="warning">{fill(say.waitPastDeadline, dayInWords(now.deadlineAt, language))}</Alert>
      )}
      <Textfield
        label={say.waitReason}
        value={reason}
        error={reasonFault ? say.needReason : undefined}
        onChange={({ target }) => box.write('waitReason', target.value)}
      />
      <Button variant="secondary" loading={work.busy === 'wait'} onClick={wait}>
        {say.waitNow}
      </Button>
    </div>
  );
}
