/** What opens a conversation: its id and a token that lives in memory only. */

export type Session = {
  readonly conversationId: string;
  readonly token: string;
  /** Holds a ticket for one use. */
  readonly streamUrl: string | undefined;
  /** Until the token expires, ms. */
  readonly livesMs: number;
  /** The first answer, when the server sends it along to spare a round trip. */
  readonly firstSet: unknown;
};

/** Token life when the server names none, seconds. */
const USUAL_LIFE_S = 1_800;

/** A session read from our own server's answer; undefined when it is none. */
export function readSession(body: unknown): Session | undefined {
  const { conversationId, token, streamUrl, expires_in } = (body ?? {}) as Partial<Session & { expires_in: number }>;
  if (!conversationId || !token) return undefined;
  return { conversationId, token, streamUrl, livesMs: (expires_in ?? USUAL_LIFE_S) * 1_000, firstSet: body };
}
