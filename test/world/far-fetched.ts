/** HTML that tries to fetch from afar, to run, or to read the page round it, when somebody looks at the mail. */

/** @param sink  where the fetch would be heard, such as `http://127.0.0.1:5000` */
export const farFetched = (sink: string): readonly (readonly [name: string, html: string])[] => {
  const fetched: readonly (readonly [string, string])[] = [
    ['a picture', `<img src="${sink}/1">`],
    ['a picture of one pixel', `<img src='${sink}/2' width=1 height=1 style=display:none>`],
    ['a choice of pictures', `<img srcset="${sink}/3 1x, ${sink}/4 2x">`],
    ['a picture element', `<picture><source srcset="${sink}/5"><img src="cid:none"></picture>`],
    ['a background', `<table background="${sink}/6"><tr><td background="${sink}/7">x</td></tr></table>`],
    ['a style', `<div style="background:url(${sink}/8)">x</div>`],
    ['a style sheet', `<link rel="stylesheet" href="${sink}/9"><style>@import url(${sink}/10);</style>`],
    ['a font', `<style>@font-face{font-family:f;src:url(${sink}/11)}p{font-family:f}</style><p>x</p>`],
    ['a style that reads', `<style>input[value^="a"]{background:url(${sink}/12)}</style><input value="abc">`],
    ['a frame', `<iframe src="${sink}/13"></iframe><iframe srcdoc="<img src='${sink}/14'>"></iframe>`],
    ['a film and a sound', `<video poster="${sink}/15" src="${sink}/16"></video><audio src="${sink}/17"></audio>`],
    ['an object', `<object data="${sink}/18"></object><embed src="${sink}/19">`],
    ['a drawing', `<svg><image href="${sink}/20"/><use xlink:href="${sink}/21#a"/></svg>`],
    ['another page', `<meta http-equiv="refresh" content="0;url=${sink}/22"><base href="${sink}/">`],
    ['a warming up', `<link rel="prefetch" href="${sink}/23"><link rel="dns-prefetch" href="${sink}/24">`],
    ['a form that sends itself', `<form action="${sink}/25" id=f><input type=image src="${sink}/26"></form>`],
    ['an open picture that swallows the page', `<img src="${sink}/27?`],
  ];
  const run: readonly (readonly [string, string])[] = [
    ['a script', `<script>window.__x=1;fetch('${sink}/30')</script>`],
    ['a script from afar', `<script src="${sink}/31"></script>`],
    ['a broken picture', `<img src=x onerror="window.__x=1">`],
    ['a drawing that loads', `<svg onload="window.__x=1"></svg>`],
    ['a link that runs', `<a href="javascript:window.__x=1" id=a>klikk</a>`],
    ['a mutation', `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=window.__x=1>">`],
    ['a template', `<noscript><p title="</noscript><img src=x onerror=window.__x=1>">`],
    ['a focus', `<input autofocus onfocus="window.__x=1"><details open ontoggle="window.__x=1">`],
    ['a page of its own', `<iframe src="data:text/html,<script>parent.__x=1</script>"></iframe>`],
  ];
  return [...fetched, ...run];
};

/** One mail that brings such HTML, its words the same as anybody's. */
export const farFetchedMail = (html: string, sender: string, name: string): string =>
  [
    `From: "Kari \u202Efdp.exe" <${sender}>`,
    'To: post@fjordvakt.example',
    `Subject: ${name} <img src=x onerror=window.__x=1>`,
    `Message-ID: <${sender}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>Hei, dere har feil adresse på meg. Kan dere rette den til Storgata 1?</p>${html}`,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '"><p>Hilsen Kari</p>',
    '--b',
    'Content-Type: application/pdf',
    "Content-Disposition: attachment; filename*=utf-8''faktura%E2%80%AEfdp.exe",
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
