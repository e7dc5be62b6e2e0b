import { escapeHtml as escape } from '../values/escape-html.js';
import type { SentLetter } from './dev-letters.js';

/** A plain page of the letters the desk has had printed, newest first; for people who try the demo. */
export const lettersPage = (letters: readonly SentLetter[]): string => `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Brev · demo</title>
<link rel="stylesheet" href="/dev-assets/page.css">
</head>
<body>
<main>
<h1>Brev</h1>
<p>Dette har skranken sendt i posten i demoen. Nyeste først. <a href="/dev/letters">Oppdater</a> · <a href="/dev/mailbox">E-post og SMS</a></p>
${letters.length === 0 ? '<p class="empty">Ingenting er sendt ennå.</p>' : letters.toReversed().map(articleOf).join('\n')}
</main>
</body>
</html>
`;

const articleOf = (letter: SentLetter): string => `<article>
<h2>${escape(letter.subject)}</h2>
<p class="to">Til ${escape(letter.to)} · ${escape(letter.at)} · <a href="/dev/letters/${escape(letter.id)}.pdf">PDF</a></p>
<pre>${escape(letter.text)}</pre>
</article>`;
