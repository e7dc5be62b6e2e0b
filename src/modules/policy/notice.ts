/** Reads a privacy notice: Markdown with numbered sections and paragraphs that name the clauses they answer to. */

/**
 * One paragraph that can be told on its own.
 * @property id       anchor of the paragraph, `<section slug>-<n>`, the same in every language
 * @property clauses  S1 to S47, in the order they are marked
 * @property title    heading of its section, in the notice's language
 * @property asks     what people call it, for finding it; never told
 * @property text     plain words; no Markdown is left in them
 */
export type NoticeParagraph = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly asks: string;
  readonly text: string;
};

export type Notice = {
  readonly version: string;
  readonly validFrom: string;
  readonly language: string;
  readonly collector: string;
  readonly title: string;
  readonly paragraphs: readonly NoticeParagraph[];
};

export type NoticeRead =
  { readonly ok: true; readonly notice: Notice } | { readonly ok: false; readonly faults: readonly string[] };

/** Every clause of the specification; S47 stands for what is due by law and not in it. */
export const allClauses: readonly string[] = Array.from({ length: 47 }, (_, at) => `S${String(at + 1)}`);

const frontKeys = ['version', 'validFrom', 'language', 'collector', 'title'] as const;
type Front = Readonly<Record<(typeof frontKeys)[number], string>>;

const frontMatter = /^---\n([\s\S]*?)\n---\n/;
const heading = /^## (\d+)\. (.+) \{#([a-z][a-z-]*)\}$/;
const marker = /^<!-- ?((?:S\d+ ?)+)(?:\| ?([^\n]*?) ?)?-->\n([\s\S]+)$/;

/**
 * @param markdown  front matter (version, validFrom, language, collector, title), then `## 1. Title {#slug}` and
 *                  paragraphs, each under a line `<!-- S9 S10 -->` or `<!-- S9 | what people call it -->`; blank lines between blocks
 * @returns         the notice, or every fault with its block
 * @source          house, config/notice; notice, S46
 */
export const parseNotice = (markdown: string): NoticeRead => {
  const source = markdown.replaceAll('\r\n', '\n');
  const found = frontMatter.exec(source);
  if (found === null) return { ok: false, faults: ['the front matter is missing'] };
  const front = readFront(found[1] ?? '');
  const body = readBody(source.slice(found[0].length).split(/\n{2,}/));
  const faults = [...frontFaults(front), ...body.faults];
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, notice: { ...(front as Front), paragraphs: body.paragraphs } };
};

const readFront = (text: string): Partial<Front> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, key, value] = /^([A-Za-z]+): *'?(.*?)'? *$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );

const frontFaults = (front: Partial<Front>): readonly string[] => [
  ...frontKeys.filter((key) => (front[key] ?? '') === '').map((key) => `front matter: "${key}" is missing`),
  ...(/^\d{4}-\d\d-\d\d$/.test(front.validFrom ?? '') ? [] : ['front matter: "validFrom" is no day']),
];

type Section = { readonly number: number; readonly title: string; readonly slug: string };
type Body = {
  readonly section: Section | null;
  readonly paragraphs: readonly NoticeParagraph[];
  readonly faults: readonly string[];
};

const readBody = (blocks: readonly string[]): Body =>
  blocks
    .map((block) => block.trim())
    .filter((block) => block !== '' && !block.startsWith('# '))
    .reduce<Body>(addBlock, { section: null, paragraphs: [], faults: [] });

const addBlock = (body: Body, block: string): Body => {
  if (block.startsWith('#')) return addSection(body, block);
  const [, clauses, asks, words] = marker.exec(block) ?? [];
  if (clauses === undefined || words === undefined) return fault(body, block, 'names no clause');
  if (body.section === null) return fault(body, block, 'stands before the first section');
  const { slug, title } = body.section;
  const nth = body.paragraphs.filter((paragraph) => paragraph.slug === slug).length + 1;
  const paragraph = {
    id: `${slug}-${String(nth)}`,
    slug,
    title,
    clauses: clauses.trim().split(' '),
    asks: asks ?? '',
    text: plain(words),
  };
  const unknown = paragraph.clauses.filter((clause) => !allClauses.includes(clause));
  const next = { ...body, paragraphs: [...body.paragraphs, paragraph] };
  return unknown.length === 0 ? next : fault(next, block, `names ${unknown.join(', ')}, which is no clause`);
};

const addSection = (body: Body, block: string): Body => {
  const [, number, title, slug] = heading.exec(block) ?? [];
  if (number === undefined || title === undefined || slug === undefined)
    return fault(body, block, 'is no heading "## N. Title {#slug}"');
  const section = { number: Number(number), title, slug };
  const expected = (body.section?.number ?? 0) + 1;
  const next = { ...body, section };
  if (section.number !== expected) return fault(next, block, `should be number ${String(expected)}`);
  return body.paragraphs.some((one) => one.slug === slug) ? fault(next, block, 'uses an anchor twice') : next;
};

const fault = (body: Body, block: string, what: string): Body => ({
  ...body,
  faults: [...body.faults, `"${block.replaceAll('\n', ' ').slice(0, 60)}" ${what}`],
});

const plain = (words: string): string => words.replaceAll('`', '').replaceAll('\n', ' ').trim();
