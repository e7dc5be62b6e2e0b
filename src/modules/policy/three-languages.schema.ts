/** A few words in bokmål, nynorsk and English. */
import { z } from 'zod';

const words = z.string().trim().min(1);

export const inThreeLanguages = z.strictObject({ nb: words, nn: words, en: words });
