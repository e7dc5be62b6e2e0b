/** Nynorsk: what went wrong. */
import type { faults as nb } from '../nb/faults.js';

export const faults: Readonly<Record<keyof typeof nb, string>> = {
  'fault-signed-out': 'Du er logga ut. Det du har skrive, er teke vare på. Logg inn igjen.',
  'fault-gone': 'Det finst ikkje lenger, eller du har ikkje tilgang.',
  'fault-stale': 'Ikkje sendt: saka er endra sidan du las ho. Det du skreiv, står urørt.',
  'fault-too-often': 'For mange forsøk. Vent ein augeblink.',
  'fault-unreachable': 'Vi får ikkje kontakt med skranken. Ingenting er tapt. Vi prøver igjen.',
  'fault-broken': 'Noko gjekk gale hos oss. Det du skreiv, står urørt.',
  'fault-lint': 'Ikkje sendt: sjå over det som er merkt i teksten.',
  reference: 'Referanse: {}',
  'refusal-closed': 'Saka er avslutta.',
  'refusal-taken': 'Ein kollega har teke saka.',
  'refusal-not-claimed': 'Saka må takast først.',
  'refusal-is-waiting': 'Saka ventar. Ta ho opp igjen først.',
  'refusal-not-waiting': 'Saka ventar ikkje.',
  'refusal-is-proposed': 'Saka ligg til godkjenning.',
  'refusal-not-proposed': 'Det er ikkje noko forslag å godkjenne.',
  'refusal-not-yours': 'Ein annan har saka.',
  'refusal-absent': 'Du er meld borte. Meld deg tilbake for å ta saker.',
  'refusal-same-person': 'To personar må sjå på dette. Den som føreslo det, kan ikkje godkjenne det.',
  'refusal-not-here': 'Det kan ikkje gjerast med denne saka.',
  'refusal-no-such-colleague': 'Kollegaen kan ikkje ta imot saker frå denne køen.',
  'refusal-not-ahead': 'Vel ein dag fram i tid.',
  'refusal-ground-unfit': 'Vel eit grunnlag som passar saka.',
  'refusal-letter-needed': 'Dette grunnlaget krev eit brev til personen.',
  'refusal-unreachable': 'Vi har ingen veg til personen herifrå.',
};
