/** Until when: the desk's own deadline, the strict count and the law's. */
import type { JSX } from 'react';
import type { Case } from '../api/case.js';
import { useDeskNow } from '../frame/desk-time.js';
import { dayInWords, dueAt } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { named } from '../words/words.js';
import { Facts, Panel } from './panel.js';

export function Deadlines({ now }: { readonly now: Case }): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  const { request, role, deadlineAt } = now;
  return (
    <Panel title={say.deadlines}>
      <Facts
        pairs={[
          [say.deskDeadline, dueAt(deadlineAt, language, deskNow)],
          ...(request === null
            ? []
            : ([
                [say.strictDeadline, dayInWords(request.dueStrict, language)],
                [say.legalDeadline, dayInWords(request.dueLegal, language)],
              ] as const)),
          [say.decides, named(say, 'role', role)],
        ]}
      />
    </Panel>
  );
}
