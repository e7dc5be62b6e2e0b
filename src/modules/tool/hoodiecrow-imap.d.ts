/** The little of hoodiecrow-imap 2.1 that the demo's mailbox uses; the package has no types of its own. */
declare module 'hoodiecrow-imap' {
  type HoodiecrowFolder = { readonly uidvalidity?: number; readonly messages?: readonly string[] };
  type HoodiecrowOptions = {
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: Readonly<Record<string, HoodiecrowFolder>>;
  };
  type HoodiecrowServer = {
    readonly server: import('node:net').Server;
    listen(port: number, host: string, listening: () => void): void;
    /** The text of the message is one character per byte. */
    appendMessage(folder: string, flags: readonly string[], internalDate: Date, raw: string): void;
  };
  const hoodiecrow: (options: HoodiecrowOptions) => HoodiecrowServer;
  export { hoodiecrow as default };
}
