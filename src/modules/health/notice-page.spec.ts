import { describe, expect, it } from '@jest/globals';
import { loadPolicy } from '../policy/load-policy.service.js';
import { processorNames } from '../policy/processor-lines.js';
import { processorsSchema } from '../policy/processors.schema.js';
import { loadYaml } from '../policy/load-yaml.service.js';
import { escapeHtml } from '../values/escape-html.js';
import { noticePage } from './notice-page.js';

const policy = loadPolicy({ configDirectory: 'config', publicUrl: 'https://desk.example', demo: true });
const page = noticePage(policy);

describe('the page of the privacy notice', () => {
  it('holds every paragraph in all three languages, under its heading, with the version [S46]', () => {
    for (const notice of Object.values(policy.notice)) {
      expect(page).toContain(notice.version);
      const missing = notice.paragraphs.filter(
        ({ title, text }) =>
          !page.includes(`<p>${escapeHtml(text)}</p>`) || !page.includes(`<h2>${escapeHtml(title)}</h2>`),
      );
      expect([notice.language, missing]).toEqual([notice.language, []]);
    }
  });

  it('names no processor, and none of the words that only help to find a paragraph [S29]', () => {
    const register = loadYaml('config/notice/processors.yaml', processorsSchema);
    const names = register.ok ? processorNames(register.value) : [];
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => page.includes(name))).toEqual([]);
    const asks = policy.notice.nb.paragraphs.flatMap((one) => (one.asks === '' ? [] : [one.asks]));
    expect(asks.length).toBeGreaterThan(3);
    expect(asks.filter((words) => page.includes(escapeHtml(words)))).toEqual([]);
  });
});
