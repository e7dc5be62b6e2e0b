/** Tells what is going on while the desk comes up: one line rewritten on a terminal, plain lines elsewhere. */

export type ProgressLine = {
  readonly say: (step: string) => void;
  /** Takes the line away, so that what follows stands alone. */
  readonly clear: () => void;
};

const wipe = '\r\u001b[2K';

export const progressLine = (out: NodeJS.WriteStream): ProgressLine => {
  if (!out.isTTY) return { say: (step) => out.write(`${sentence(step)}\n`), clear: () => undefined };
  return {
    say: (step) => out.write(`${wipe}${sentence(step).slice(0, Math.max(out.columns - 1, 20))}`),
    clear: () => out.write(wipe),
  };
};

const sentence = (step: string): string => `Skranke: ${step} …`;
