/** What came of reading something from outside: the value, or a sentence that says what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };
