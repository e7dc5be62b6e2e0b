/** Every word of the page itself, side by side in its three languages; what the desk says comes from the server. */
import type { Language } from './activity.js';

export type Words = Readonly<Record<keyof typeof table, string>>;

/** bokmål|nynorsk|English; `{}` is where a name goes. */
const table = {
  locale: 'nb-NO|nn-NO|en-GB',
  language: 'Bokmål|Nynorsk|English',
  chooseLanguage: 'Språk|Språk|Language',
  conversation: 'Samtale|Samtale|Conversation',
  machineNote:
    'Du skriver med en maskin. Den viser ingenting om deg før du har bekreftet hvem du er.|Du skriv med ei maskin. Ho viser ingenting om deg før du har stadfesta kven du er.|You are writing with a machine. It shows nothing about you until you have confirmed who you are.',
  human: 'Snakk med et menneske|Snakk med eit menneske|Speak to a person',
  end: 'Avslutt og slett fra skjermen|Avslutt og slett frå skjermen|End and clear the screen',

  'by-you': 'Du|Du|You',
  'by-machine': 'Automatisk svar|Automatisk svar|Automatic answer',
  'by-person': 'Saksbehandler|Saksbehandlar|Caseworker',
  'level-none': 'Ikke innlogget|Ikkje innlogga|Not signed in',
  'level-low': 'Bekreftet med én kode|Stadfesta med éin kode|Confirmed with one code',
  'level-substantial': 'Bekreftet hvem du er|Stadfesta kven du er|Confirmed who you are',
  'level-high': 'Bekreftet med e-ID|Stadfesta med e-ID|Confirmed with eID',
  'handoff-waiting':
    'En saksbehandler er bedt om å svare deg.|Ein saksbehandlar er beden om å svare deg.|A caseworker has been asked to answer you.',
  'handoff-person':
    'Nå skriver du med en saksbehandler.|No skriv du med ein saksbehandlar.|You are now writing with a caseworker.',
  'handoff-machine':
    'Nå skriver du med maskinen igjen.|No skriv du med maskina igjen.|You are now writing with the machine again.',
  'handoff-gone':
    'Den forrige samtalen er avsluttet. Her begynner en ny.|Den førre samtalen er avslutta. Her byrjar ein ny.|The former conversation has ended. A new one begins here.',

  typing: 'Svaret er på vei|Svaret er på veg|The answer is on its way',
  newBelow: 'Nytt svar nedenfor|Nytt svar nedanfor|New answer below',
  suggestions: 'Forslag til svar|Forslag til svar|Suggested answers',
  copy: 'Kopier {}|Kopier {}|Copy {}',
  copied: '{} er kopiert|{} er kopiert|{} copied',

  write: 'Skriv her|Skriv her|Write here',
  writeElse: 'Skriv noe annet|Skriv noko anna|Write something else',
  send: 'Send|Send|Send',
  'ask-code': 'Koden, 8 sifre|Koden, 8 siffer|The code, 8 digits',
  'ask-letter-code': 'Koden fra brevet|Koden frå brevet|The code in the letter',
  'ask-email': 'E-post eller mobil|E-post eller mobil|E-mail or mobile',
  'fate-sending': 'Sender …|Sender …|Sending …',
  'fate-waiting': 'Venter på nett|Ventar på nett|Waiting for the network',
  'fate-refused': 'Ble ikke sendt.|Blei ikkje sendt.|Was not sent.',
  'fate-too-long':
    'Ble ikke sendt: teksten er for lang. Del den i to.|Blei ikkje sendt: teksten er for lang. Del han i to.|Was not sent: the text is too long. Split it in two.',
  retry: 'Prøv igjen|Prøv igjen|Try again',

  'link-connecting': 'Kobler til …|Koplar til …|Connecting …',
  'link-lost':
    'Forbindelsen er borte. Vi prøver igjen, og ingenting er tapt.|Sambandet er borte. Vi prøver igjen, og ingenting er tapt.|The connection dropped. We are trying again, and nothing is lost.',
  'link-offline':
    'Du er uten nett. Det du skriver, venter her og sendes når nettet er tilbake.|Du er utan nett. Det du skriv, ventar her og blir sendt når nettet er tilbake.|You are offline. What you write waits here and is sent when the network is back.',
  'link-busy':
    'Mange skriver til oss nå. Vi prøver igjen om litt.|Mange skriv til oss no. Vi prøver igjen om litt.|Many people are writing to us. We will try again shortly.',

  ended: 'Samtalen er avsluttet|Samtalen er avslutta|The conversation has ended',
  endedNote:
    'Det som sto her, er slettet fra skjermen.|Det som stod her, er sletta frå skjermen.|What was written here is cleared from the screen.',
  endedUntold:
    'Vi fikk ikke kontakt for å avslutte hos oss. Lukk nettleseren hvis andre bruker den.|Vi fekk ikkje kontakt for å avslutte hos oss. Lukk nettlesaren om andre bruker han.|We could not reach our server to end it there. Close the browser if others use it.',
  again: 'Start en ny samtale|Start ein ny samtale|Start a new conversation',
};

export const words: Readonly<Record<Language, Words>> = { nb: column(0), nn: column(1), en: column(2) };

/** A sentence with its `{}` filled. */
export function fill(sentence: string, value: string): string {
  return sentence.replace('{}', () => value);
}

function column(index: 0 | 1 | 2): Words {
  return Object.fromEntries(Object.entries(table).map(([key, row]) => [key, row.split('|')[index]])) as Words;
}
