import { escapeHtml as escape } from '../values/escape-html.js';

export type TestIdPerson = { readonly name: string; readonly nationalId: string; readonly kind: string };

/** What stands at the issuer's own address: nobody logs in without a conversation. */
export const testIdDoor = 'Test-ID: skriv med skranken i chatten, og trykk på «Logg inn med eID».\n';

/** The page of the demo's issuer: one button a person. Two clicks lead from the conversation back into it. */
export const testIdPage = (uid: string, people: readonly TestIdPerson[]): string => `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test-ID · demo</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Test-ID</h1>
<p>Dette er ikke BankID. I demoen kan du logge inn som hvem som helst av de oppdiktede personene.</p>
<form method="post" action="/login/${escape(uid)}">
<ul>
${people.map(buttonOf).join('\n')}
</ul>
<p><label><input type="checkbox" name="level" value="substantial"> Logg inn på nivå betydelig i stedet for høyt</label></p>
<p><button class="quiet" name="cancel" value="1">Avbryt</button></p>
</form>
</main>
</body>
</html>
`;

const buttonOf = ({ name, nationalId, kind }: TestIdPerson): string =>
  `<li><button name="person" value="${escape(nationalId)}">${escape(name)}<small>${escape(nationalId)} · ${escape(kind)}</small></button></li>`;

const style = `
body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0;background:#f4f6f8;color:#16202a}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
ul{list-style:none;margin:1.25rem 0;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
button{font:inherit;width:100%;min-height:3rem;text-align:left;padding:.5rem .875rem;border:1px solid #7a8894;border-radius:.5rem;background:#fff;color:inherit;cursor:pointer}
button:hover,button:focus-visible{border-color:#0b5cad;outline:2px solid #0b5cad}
small{display:block;color:#4a5864}
.quiet{width:auto;background:none}`;
