/** No test measures time: what touches the world may take as long as a busy machine needs. */
import { jest } from '@jest/globals';

jest.setTimeout(60_000);
