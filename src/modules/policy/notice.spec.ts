import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cookiesSchema } from './cookies.schema.js';
import { loadYaml } from './load-yaml.service.js';
import { noticeFaults } from './notice-faults.js';
import { allClauses, parseNotice, type Notice } from './notice.js';
import { processorLines, processorNames } from './processor-lines.js';
import { processorsSchema } from './processors.schema.js';
import { lix } from './readability.js';
import { retentionSchema } from './retention.schema.js';
import { collectorSchema } from './sample.schema.js';

const languages = ['nb', 'nn', 'en'] as const;

const read = (language: (typeof languages)[number]): Notice => {
  const parsed = parseNotice(readFileSync(`config/notice/${language}.md`, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.notice;
};

const yaml = <T>(file: string, schema: Parameters<typeof loadYaml<T>>[1]): T => {
  const loaded = loadYaml(`config/${file}.yaml`, schema);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.value;
};

const notices = languages.map(read);
const processors = yaml('notice/processors', processorsSchema);
const { cookies } = yaml('notice/cookies', cookiesSchema);
const collector = yaml('sample/collector', collectorSchema);

const paragraph = (notice: Notice, clause: string): string =>
  notice.paragraphs
    .filter(({ clauses }) => clauses.includes(clause))
    .map(({ text }) => text)
    .join(' ');

describe('the privacy notice', () => {
  it.each(allClauses)('answers to %s in every language', (clause) => {
    expect(notices.filter((notice) => paragraph(notice, clause) === '')).toEqual([]);
  });

  it('holds the same clauses in the same order in bokmål, nynorsk and English, and no processor by name [S29]', () => {
    expect(noticeFaults(notices, processorNames(processors))).toEqual([]);
  });

  it.each(languages)('is plain in %s: LIX at most 45 as a whole, and no paragraph above 60', (language) => {
    const { paragraphs } = read(language);
    expect(lix(paragraphs.map(({ text }) => text).join('\n'))).toBeLessThanOrEqual(45);
    expect(paragraphs.filter(({ text }) => lix(text) > 60).map(({ id, text }) => [id, lix(text)])).toEqual([]);
  });

  it('names the company as controller, the manager as contact, and how to reach them, in both languages [S1, S6]', () => {
    for (const notice of notices) {
      const text = paragraph(notice, 'S1');
      const wanted = [collector.name, collector.generalManager, collector.email, collector.phone, collector.address];
      expect([notice.language, wanted.filter((fact) => !text.includes(fact))]).toEqual([notice.language, []]);
    }
  });

  it('lists every cookie the desk sets and no other [S22]', () => {
    for (const notice of notices) {
      const named = paragraph(notice, 'S22').match(/__Host-[a-z-]+/g);
      expect(named).toEqual(cookies.map(({ name }) => name));
    }
  });

  it('tells of the creditor without denying the person her own access, in all languages alike [S39]', () => {
    expect(paragraph(read('nb'), 'S39')).toContain('Du kan selv alltid be om');
    expect(paragraph(read('nn'), 'S39')).toContain('Du kan sjølv alltid be om');
    expect(paragraph(read('en'), 'S39')).toContain('You yourself can always ask');
  });

  it('says where to complain of privacy and of collection [S45]', () => {
    for (const notice of notices)
      for (const body of ['Datatilsynet', 'datatilsynet.no', 'Finansklagenemnda', 'finkn.no'])
        expect(paragraph(notice, 'S45')).toContain(body);
  });

  it('tells what the law adds: restriction, objection, portability, deadline, machines, years, officer [S47]', () => {
    const words = [/begrense/, /protestere/, /filformat/, /en måned/, /maskin/, /tre år.*fem år/, /personvernombud/];
    const text = paragraph(read('nb'), 'S47');
    expect(words.filter((word) => !word.test(text))).toEqual([]);
    expect(read('nb').paragraphs.filter(({ clauses }) => clauses.includes('S47'))).toHaveLength(7);
  });
});

describe('the periods the notice promises', () => {
  it('are those of the retention table [S19, S36]', () => {
    const { classes } = yaml('policy/retention', retentionSchema);
    expect(classes['claim-file']?.keep).toEqual({ unit: 'years', amount: 3 });
    expect(classes['bookkeeping']?.keep).toEqual({ unit: 'years', amount: 5 });
    expect(classes['open-application']?.keep).toEqual({ unit: 'months', amount: 12 });
    const told = [/three years.*five years/, /tre år.*fem år/];
    for (const notice of notices) expect(told.some((words) => words.test(paragraph(notice, 'S36')))).toBe(true);
    for (const notice of notices)
      expect(paragraph(notice, 'S19')).toMatch(/inntil ett år|inntil eitt år|up to one year/);
  });
});

describe('parseNotice', () => {
  const front = "---\nversion: '1'\nvalidFrom: '2026-01-01'\nlanguage: en\ncollector: X\ntitle: Notice\n---\n\n";
  const faultsOf = (body: string): readonly string[] => {
    const parsed = parseNotice(front + body);
    return parsed.ok ? [] : parsed.faults;
  };

  it('gives each paragraph its section, its anchor and its clauses', () => {
    const parsed = parseNotice(
      `${front}# X\n\n## 1. Who {#who}\n\n<!-- S1 S6 -->\nWe are\n\`X\`.\n\n<!-- S7 | questions -->\nAsk.\n`,
    );
    expect(parsed).toEqual({
      ok: true,
      notice: {
        version: '1',
        validFrom: '2026-01-01',
        language: 'en',
        collector: 'X',
        title: 'Notice',
        paragraphs: [
          { id: 'who-1', slug: 'who', title: 'Who', clauses: ['S1', 'S6'], asks: '', text: 'We are X.' },
          { id: 'who-2', slug: 'who', title: 'Who', clauses: ['S7'], asks: 'questions', text: 'Ask.' },
        ],
      },
    });
  });

  it('refuses a paragraph without a clause, a clause that does not exist, and text before the first section', () => {
    expect(faultsOf('## 1. Who {#who}\n\nWe.')).toEqual(['"We." names no clause']);
    expect(faultsOf('## 1. Who {#who}\n\n<!-- S48 -->\nWe.')).toEqual([
      '"<!-- S48 --> We." names S48, which is no clause',
    ]);
    expect(faultsOf('<!-- S1 -->\nWe.')).toEqual(['"<!-- S1 --> We." stands before the first section']);
  });

  it('refuses a heading without anchor, out of number, or with an anchor used before', () => {
    expect(faultsOf('## Who')).toEqual(['"## Who" is no heading "## N. Title {#slug}"']);
    expect(faultsOf('## 2. Who {#who}')).toEqual(['"## 2. Who {#who}" should be number 1']);
    expect(faultsOf('## 1. A {#a}\n\n<!-- S1 -->\nWe.\n\n## 2. B {#a}')).toEqual([
      '"## 2. B {#a}" uses an anchor twice',
    ]);
  });

  it('refuses a notice without front matter, version or day', () => {
    expect(parseNotice('# X')).toEqual({ ok: false, faults: ['the front matter is missing'] });
    expect(parseNotice('---\nlanguage: nb\ncollector: X\ntitle: T\n---\n')).toEqual({
      ok: false,
      faults: [
        'front matter: "version" is missing',
        'front matter: "validFrom" is missing',
        'front matter: "validFrom" is no day',
      ],
    });
  });

  it('reads or refuses whatever it is given, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseNotice(front + text).ok === 'boolean'));
  });
});

describe('noticeFaults', () => {
  const nb = read('nb');

  it('finds another version, another order, a clause left out and a processor named [S29, S46]', () => {
    const [first, ...rest] = nb.paragraphs;
    if (first === undefined) throw new Error('the notice is empty');
    const other: Notice = { ...nb, language: 'nn', version: 'x', paragraphs: [...rest, { ...first, clauses: ['S1'] }] };
    expect(noticeFaults([nb, other], ['inkassosaker'])).toEqual([
      'nb: "inkassosaker" must not be named in the notice',
      'nn: is version x, not 2026-11-01',
      'nn: has other paragraphs than nb',
      'nn: S5 is not covered',
      'nn: "inkassosaker" must not be named in the notice',
    ]);
  });
});

describe('the register of processors', () => {
  it('names every processor and sub-processor to who asks [S29, S30, S31]', () => {
    for (const language of languages) {
      const told = processorLines(processors, language);
      expect(processorNames(processors).filter((name) => !told.includes(name))).toEqual([]);
    }
  });

  it('refuses a processor outside the EEA that nobody has agreed to [S35]', () => {
    const row = Object.values(processors.processors)[0];
    const outside = { version: 'x', processors: { far: { ...row, region: 'outside-EEA', country: 'US' } } };
    expect(processorsSchema.safeParse(outside).success).toBe(false);
    const told = { ...outside.processors.far, agreedOn: '2026-01-01', informedOn: '2026-01-02' };
    expect(processorsSchema.safeParse({ version: 'x', processors: { far: told } }).success).toBe(true);
  });
});

describe('lix', () => {
  it('adds words per sentence and the share of long words', () => {
    expect(lix('')).toBe(0);
    expect(lix('Vi svarer deg. Takk.')).toBe(2);
    expect(lix('Personopplysninger er viktige.')).toBeCloseTo(3 + 200 / 3);
  });
});
