import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';

const derive = promisify(argon2);

/** OWASP's second choice of argon2id, KiB and passes; a stored hash says with which it was made. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const nonceBytes = 16;
const tagLength = 32;

/** Where there is no account the same work is done on this, so that nobody learns that there is none. */
const nobodys = `argon2id$${String(cost.memory)}$${String(cost.passes)}$${'AA'.repeat(11)}$${'AA'.repeat(21)}A`;

/** Keeps a password as something it cannot be read from (argon2id). */
@Injectable()
export class PasswordHashService {
  async hash(password: string): Promise<string> {
    const nonce = randomBytes(nonceBytes);
    const tag = await derive('argon2id', { ...cost, message: password.normalize('NFC'), nonce, tagLength });
    return ['argon2id', cost.memory, cost.passes, nonce.toString('base64url'), tag.toString('base64url')].join('$');
  }

  /** @param stored  null where there is no such account; that takes as long and is never right */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const [, memory, passes, nonce = '', tag = ''] = (stored ?? nobodys).split('$');
    const expected = Buffer.from(tag, 'base64url');
    const made = await derive('argon2id', {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: cost.parallelism,
      message: password.normalize('NFC'),
      nonce: Buffer.from(nonce, 'base64url'),
      tagLength,
    });
    return timingSafeEqual(made, expected) && stored !== null;
  }
}
