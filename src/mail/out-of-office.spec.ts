import { describe, expect, it } from '@jest/globals';
import { isOutOfOffice } from './out-of-office.js';

describe('a subject says that its owner is away [E13]', () => {
  it.each([
    'Automatisk svar: Svar på din henvendelse',
    'Automatisk svar: Svar på førespurnaden din',
    'AUTOMATISK SVAR: Re: Reply to your message',
    'Autosvar: Svar på din henvendelse',
    'Autosvar fra Ola Nordmann',
    'Fraværsmelding',
    'Fraværsmelding: Svar på din henvendelse',
    'Fråværsmelding: Svar på førespurnaden din',
    'Fraværsassistent: SV: hei',
    'Ikke til stede: Svar på din henvendelse',
    'Ikkje til stades: Svar på førespurnaden din',
    'Ute av kontoret',
    'Ute av kontoret: Svar på din henvendelse',
    'Utenfor kontoret Re: Svar på din henvendelse',
    'Borte fra kontoret til og med 4. desember',
    'Ute av kontoret 6.-24. juli',
    'Ute av kontoret uke 29',
    'Ikke til stede fram til 15. august: Svar på din henvendelse',
    'Ute av kontoret i dag',
    'Feriemelding',
    'Automatic reply: Reply to your message',
    'Out of Office: Reply to your message',
    'Out of office',
    'Out of Office Re: hello',
    'Auto-Reply: hello',
    'Vacation reply',
    'Automatiskt svar: hej',
    'Automatische Antwort: Hallo',
    'Abwesenheitsnotiz: Hallo',
    'Réponse automatique : bonjour',
  ])('%s', (subject) => {
    expect(isOutOfOffice(subject)).toBe(true);
  });
});

describe('a subject is a person’s own, even with those words in it', () => {
  it.each([
    'SV: Automatisk svar: Svar på din henvendelse',
    'Jeg fikk bare et automatisk svar',
    'Automatisk svar er ikke godt nok',
    'Automatisk svar fikk jeg, men ikke noe mer',
    'Ute av kontoret hos dere',
    'Ikke til stede da brevet kom',
    'Utsettelse fordi jeg er ute av kontoret',
    'Feriemeldingen deres',
    'Out of office hours, can I call?',
    'Out of money',
    'Svar på din henvendelse',
    '',
  ])('%s', (subject) => {
    expect(isOutOfOffice(subject)).toBe(false);
  });
});
