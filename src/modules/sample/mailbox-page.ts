import { escapeHtml as escape } from '../values/escape-html.js';
import type { SentMail } from './dev-mailbox.js';
import type { SentSms } from './dev-phones.js';

/** A plain page of what the desk has sent, newest first; for people who try the demo. */
export const mailboxPage = (mails: readonly SentMail[], texts: readonly SentSms[]): string => `<!doctype html>
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
${list(mails.map(mailOf))}
<h1>SMS</h1>
${list(texts.map(textOf))}
</main>
</body>
</html>
`;

const list = (articles: readonly string[]): string =>
  articles.length === 0 ? '<p class="empty">Ingenting er sendt ennå.</p>' : articles.toReversed().join('\n');

const mailOf = (mail: SentMail): string => `<article>
<h2>${escape(mail.subject)}</h2>
<p class="to">Til ${escape(mail.envelope.to.join(', '))} · ${escape(mail.at)}</p>
<pre>${escape(mail.text)}</pre>
</article>`;

const textOf = (sms: SentSms): string => `<article>
<h2>SMS</h2>
<p class="to">Til ${escape(sms.to)} · ${escape(sms.at)}</p>
<pre>${escape(sms.text)}</pre>
</article>`;
