import type { RegisteredColumn } from '../policy/column-register.js';
import { annotate } from './annotate.service.js';
import { newDataSource } from './data-source.service.js';

/**
 * Brings the schema up to date as its owner; the application's own role has no DDL.
 * @param ownerUrl  connection string of the schema's owner
 * @param register  what every column holds, to be written beside it
 * @returns         names of the migrations that ran, empty when there was nothing to do
 */
export const migrate = async (ownerUrl: string, register: readonly RegisteredColumn[]): Promise<readonly string[]> => {
  const source = await newDataSource(ownerUrl, 1).initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    await annotate(ownerUrl, register);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
};
