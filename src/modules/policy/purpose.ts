/**
 * Why something is read. Every repository read names one; it goes to the journal, and restriction of
 * processing (Art. 18) lets through only those it allows (S8; rights 5.6).
 */
export type Purpose = { readonly id: string; readonly clause: string; readonly allowedWhileRestricted: boolean };

export const purposes = {
  answerOwnQuestion: { id: 'answer-own-question', clause: 'S40', allowedWhileRestricted: true },
  proveIdentity: { id: 'prove-identity', clause: 'S17', allowedWhileRestricted: true },
  handleCase: { id: 'handle-case', clause: 'S8', allowedWhileRestricted: true },
  checkLetter: { id: 'check-letter', clause: 'S17', allowedWhileRestricted: true },
  dunning: { id: 'dunning', clause: 'S9', allowedWhileRestricted: false },
  importFromCaseSystem: { id: 'import', clause: 'S13', allowedWhileRestricted: true },
} as const satisfies Record<string, Purpose>;
