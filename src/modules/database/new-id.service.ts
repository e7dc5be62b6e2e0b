import { publicId, uuidv7 } from '../values/ids.js';
import { randomDraw } from './random-draw.service.js';

/** A primary key: UUIDv7, so that rows written together lie together. Never leaves the house. */
export const newId = (now: Date): string => uuidv7(now, randomDraw(10));

/** A name for the outside: 256 random bits in base64url, telling nothing of when or how many. */
export const newPublicId = (): string => publicId(randomDraw(32));
