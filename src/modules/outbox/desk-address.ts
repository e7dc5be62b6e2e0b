/** The one address the collector writes from and reads at, out of its own configuration. */
export type DeskAddress = { readonly name: string; readonly address: string; readonly domain: string };

/** Injection token of the desk's address. */
export const DESK_ADDRESS = Symbol('desk address');
