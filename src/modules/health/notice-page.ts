import type { DeskPolicy } from '../policy/desk-policy.js';
import { escapeHtml } from '../values/escape-html.js';

/** The privacy notice as one page in all three languages (S46: easy to find, dated). */
export const noticePage = (policy: DeskPolicy): string => `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Personvern · ${escapeHtml(policy.collector.name)}</title>
<link rel="stylesheet" href="/dev-assets/page.css">
</head>
<body>
<main>
<p><a href="#nb">Bokmål</a> · <a href="#nn">Nynorsk</a> · <a href="#en">English</a></p>
${(['nb', 'nn', 'en'] as const).map((lang) => `<section id="${lang}" lang="${lang}">${sectionOf(policy, lang)}</section>`).join('\n')}
</main>
</body>
</html>
`;

const sectionOf = (policy: DeskPolicy, lang: 'nb' | 'nn' | 'en'): string => {
  const { title, version, collector, paragraphs } = policy.notice[lang];
  return `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(collector)} · ${escapeHtml(version)}</p>${paragraphs.map(blockOf).join('\n')}`;
};

/** A paragraph, under the heading of its section where it begins one. */
const blockOf = (
  one: DeskPolicy['notice']['nb']['paragraphs'][number],
  at: number,
  all: DeskPolicy['notice']['nb']['paragraphs'],
): string =>
  `${all[at - 1]?.slug === one.slug ? '' : `<h2>${escapeHtml(one.title)}</h2>`}<p>${escapeHtml(one.text)}</p>`;
