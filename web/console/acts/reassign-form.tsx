/** Hands the case to a colleague who may open its queue. */
import { Button, Field, Label, Paragraph, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import { useWorker } from '../frame/worker.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';
import type { Work } from './use-work.js';

export function ReassignForm({ work }: { readonly work: Work }): JSX.Element {
  const { say } = useWords();
  const me = useWorker();
  const [tried, setTried] = useState(false);
  const { now, box } = work;
  const others = now.colleagues.filter(({ id }) => id !== me.id && id !== now.assignee?.id);
  const to = others.some(({ id }) => id === box.draft.colleague) ? (box.draft.colleague ?? '') : '';
  if (others.length === 0) return <Paragraph>{say.noColleagues}</Paragraph>;
  const give = (): void => {
    setTried(true);
    if (to !== '') work.perform({ act: { do: 'reassign', to }, told: say['done-reassign'], sent: ['colleague'] });
  };
  return (
    <div className="stack">
      <Field>
        <Label>{say.reassignTo}</Label>
        <Select value={to} onChange={({ target }) => box.write('colleague', target.value)}>
          <Select.Option value="">–</Select.Option>
          {others.map(({ id, name, absent }) => (
            <Select.Option key={id} value={id} disabled={absent}>
              {absent ? fill(say.isAway, name) : name}
            </Select.Option>
          ))}
        </Select>
        {tried && to === '' && <ValidationMessage>{say.chooseColleague}</ValidationMessage>}
      </Field>
      <Button variant="secondary" loading={work.busy === 'reassign'} onClick={give}>
        {say.reassignNow}
      </Button>
    </div>
  );
}
