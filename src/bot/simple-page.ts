/** The conversation as plain HTML: the same lines, cards and suggestions as the page with a script draws. */
import type { Card } from '../modules/disclosure/reply.js';
import type { ChatLine } from '../modules/conversation/chat-line.js';
import type { Language, Phrases } from '../modules/policy/phrases.js';
import { eidStart } from './to-activity.js';
import { escapeHtml as escape } from '../modules/values/escape-html.js';

/**
 * @property lines   oldest first; the last one's suggestions become buttons
 * @property sendId  the next message's own id, so that a form sent twice counts once
 */
export type SimpleView = {
  readonly language: Language;
  readonly collector: string;
  readonly lines: readonly ChatLine[];
  readonly sendId: string;
};

const languages: readonly (readonly [Language, string])[] = [
  ['nb', 'Bokmål'],
  ['nn', 'Nynorsk'],
  ['en', 'English'],
];

/** @returns a whole document without a script, and nothing in it that is not escaped */
export const simplePage = ({ language, collector, lines, sendId }: SimpleView, phrases: Phrases): string => {
  const words = phrases[language];
  const last = lines.at(-1);
  const options = last === undefined || last.author === 'person' ? [] : last.reply.options;
  const login = last === undefined || last.author === 'person' ? undefined : last.reply.login;
  return documentOf(
    { language, collector },
    `<p>${escape(words['page.note'])}</p>
<form method="post" action="/simple" class="languages">${idField(sendId)}${languages.map(([tag, name]) => `<button name="language" value="${tag}"${tag === language ? ' aria-current="true"' : ''} lang="${tag}">${name}</button>`).join('')}</form>
<ol class="lines">${lines.map((line, at) => lineOf(line, words, at === lines.length - 1)).join('\n')}</ol>
${login === undefined ? '' : `<p><a class="login" href="${eidStart}?page=simple">${escape(login)}</a></p>`}
${options.length === 0 ? '' : `<form method="post" action="/simple" class="options" aria-label="${escape(words['page.suggestions'])}">${idField(sendId)}${options.map((option) => `<button name="text" value="${escape(option)}">${escape(option)}</button>`).join('')}</form>`}
<form method="post" action="/simple" class="write">${idField(sendId)}
<label for="text">${escape(words['page.write'])}</label>
<textarea id="text" name="text" rows="3" maxlength="20000" autocomplete="off" required></textarea>
<button>${escape(words['page.send'])}</button></form>
<p><a href="/simple#newest">${escape(words['page.newer'])}</a></p>
<form method="post" action="/simple"><button name="end" value="1">${escape(words['page.end'])}</button></form>`,
  );
};

/** What is left on the screen after the end: nothing of the conversation. */
export const simpleEnd = (view: Pick<SimpleView, 'language' | 'collector'>, phrases: Phrases): string => {
  const words = phrases[view.language];
  return documentOf(
    view,
    `<p>${escape(words['page.ended'])}</p><p><a href="/simple">${escape(words['page.anew'])}</a></p>`,
  );
};

const documentOf = ({ language, collector }: Pick<SimpleView, 'language' | 'collector'>, body: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(collector)}</title>
<link rel="stylesheet" href="/dev-assets/page.css">
</head>
<body>
<main>
<h1>${escape(collector)}</h1>
${body}
</main>
</body>
</html>
`;

const idField = (id: string): string => `<input type="hidden" name="id" value="${escape(id)}">`;

const lineOf = (line: ChatLine, words: Phrases[Language], isNewest: boolean): string => {
  const anchor = isNewest ? ' id="newest"' : '';
  if (line.author === 'person')
    return line.text === ''
      ? ''
      : `<li class="person"${anchor}><b>${escape(words['page.you'])}</b>${paragraphs(line.text)}</li>`;
  const who = words[line.author === 'caseworker' ? 'page.person' : 'page.machine'];
  return `<li${anchor} lang="${line.reply.lang}"><b>${escape(who)}</b>${paragraphs(line.reply.text)}${line.reply.cards.map(cardOf).join('')}</li>`;
};

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

const cardOf = ({ title, rows, total }: Card): string =>
  `<table><caption>${escape(title)}</caption>${rows.map((row) => rowOf(row)).join('')}${total === undefined ? '' : rowOf(total)}</table>`;

const rowOf = ({ label, value }: { readonly label: string; readonly value: string }): string =>
  `<tr><th scope="row">${escape(label)}</th><td>${escape(value)}</td></tr>`;
