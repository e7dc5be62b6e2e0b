import type { Sealed } from '../disclosure/sealed.js';

/** How somebody is called; `name` is null once its key is destroyed. */
export type PartyName = { readonly name: Sealed<string> | null; readonly language: 'nb' | 'nn' | 'en' };
