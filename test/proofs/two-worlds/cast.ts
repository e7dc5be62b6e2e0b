/** Whom the conversations speak of, and how each world holds her, or does not. */
import { mod10Digit } from '../../../src/modules/values/check-digits.js';

export type Member = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly nationalId: string;
  readonly street: string;
  readonly postcode: string;
  readonly language: 'nb' | 'nn' | 'en';
  readonly cases: readonly { readonly caseNumber: string; readonly kid: string; readonly letterCode: string }[];
};

const names = ['Kari Fjellanger', 'Ola Nordmann', 'Siv Åsgård', 'Nils-Jørn Øye', 'Amina Dahl'];

/** Members that differ in everything a question may hold. @param count  how many before they come round again */
export const castOf = (count: number): readonly Member[] =>
  Array.from({ length: count }, (_, at) => {
    const number = 310_000 + at * 7;
    return {
      key: `member-${String(at)}`,
      name: names[at % names.length] ?? '',
      email: `member.${String(at)}@brevdue.example`,
      phone: `+47999${String(20_000 + at)}`,
      nationalId: `0181${String(8_500_000 + at * 13)}`,
      street: `Tytebærvegen ${String(at + 1)}`,
      postcode: '2316',
      language: (['nb', 'nn', 'en'] as const)[at % 3] ?? 'nb',
      cases: [0, 1, 2].map((nth) => ({
        caseNumber: `FV-${String(number + nth)}`,
        kid: `${String(number + nth)}${mod10Digit(String(number + nth))}`,
        letterCode: `4H9K${String(number + nth)}`,
      })),
    };
  });
