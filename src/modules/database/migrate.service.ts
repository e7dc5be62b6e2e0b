import { newDataSource } from './data-source.service.js';

/**
 * Brings the schema up to date as its owner; the application's own role has no DDL.
 * @param ownerUrl  connection string of the schema's owner
 * @returns         names of the migrations that ran, empty when there was nothing to do
 */
export const migrate = async (ownerUrl: string): Promise<readonly string[]> => {
  const source = await newDataSource(ownerUrl, 1).initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
};
