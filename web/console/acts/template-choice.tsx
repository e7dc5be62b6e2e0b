/** Ready words to begin from. They are added to what stands there: nothing written is replaced. */
import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Template } from '../api/case.js';
import { useWords } from '../words/use-words.js';
import { withTemplate } from './with-template.js';

type Props = {
  readonly templates: readonly Template[];
  readonly text: string;
  readonly onWrite: (text: string) => void;
};

export function TemplateChoice({ templates, text, onWrite }: Props): JSX.Element | null {
  const { language, say } = useWords();
  if (templates.length === 0) return null;
  const add = (id: string): void => {
    const template = templates.find((one) => one.id === id);
    if (template !== undefined) onWrite(withTemplate(text, template.text));
  };
  return (
    <Field>
      <Label>{say.template}</Label>
      <Select value="" onChange={({ target }) => add(target.value)}>
        <Select.Option value="">{say.chooseTemplate}</Select.Option>
        {templates.map(({ id, title }) => (
          <Select.Option key={id} value={id}>
            {title[language]}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
