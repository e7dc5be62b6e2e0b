import { escapeHtml as escape } from '../values/escape-html.js';
import type { SentMail } from './dev-mailbox.js';

/** A plain page of what the desk has sent, newest first; for people who try the demo. */
export const mailboxPage = (mails: readonly SentMail[]): string => `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Utgående post · demo</title>
<link rel="stylesheet" href="/dev-assets/page.css">
</head>
<body>
<main>
<h1>Utgående post</h1>
<p>Dette har skranken sendt i demoen. Nyeste først. <a href="/dev/mailbox">Oppdater</a></p>
${mails.length === 0 ? '<p class="empty">Ingenting er sendt ennå.</p>' : [...mails].reverse().map(mailOf).join('\n')}
</main>
</body>
</html>
`;

const mailOf = (mail: SentMail): string => `<article>
<h2>${escape(mail.subject)}</h2>
<p class="to">Til ${escape(mail.envelope.to.join(', '))} · ${escape(mail.at)}</p>
<pre>${escape(mail.text)}</pre>
</article>`;
