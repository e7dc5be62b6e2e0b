/** The demo's view of the phones, implemented where SMS is spoken. Shapes as in the contract. */

export type SentSms = { readonly id: string; readonly at: string; readonly to: string; readonly text: string };

export type DevPhones = { sent(to: string | null): Promise<readonly SentSms[]> };

/** Injection token. */
export const DEV_PHONES = Symbol('dev phones');
