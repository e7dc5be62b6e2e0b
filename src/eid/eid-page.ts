/** The few plain pages around a login: on the way back, and where there is no conversation to say it in. */
import type { PhraseKey } from '../modules/policy/phrase-keys.js';
import type { Language, Phrases } from '../modules/policy/phrases.js';
import { escapeHtml as escape } from '../modules/values/escape-html.js';

/**
 * @property says     the one sentence
 * @property back     where the conversation is, on our own origin
 * @property hurries  goes there by itself: a page of our own has to, because a browser that comes straight from the
 *                    issuer does not bring the conversation's cookie (SameSite=Strict)
 */
export type EidView = {
  readonly language: Language;
  readonly collector: string;
  readonly says: Extract<PhraseKey, `page.login-${string}`>;
  readonly back: '/' | '/simple#newest';
  readonly hurries: boolean;
};

/** @returns a whole document without a script, and nothing in it of anybody */
export const eidPage = ({ language, collector, says, back, hurries }: EidView, phrases: Phrases): string => {
  const words = phrases[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${hurries ? `<meta http-equiv="refresh" content="0; url=${back}">` : ''}
<title>${escape(words['page.login-title'])} · ${escape(collector)}</title>
<link rel="stylesheet" href="/dev-assets/page.css">
</head>
<body>
<main>
<h1>${escape(words['page.login-title'])}</h1>
<p>${escape(words[says])}</p>
<p><a href="${back}">${escape(words['page.login-back'])}</a></p>
</main>
</body>
</html>
`;
};
