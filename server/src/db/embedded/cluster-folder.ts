import { join } from 'node:path';

// Where the parts of an embedded database lie in the data folder. `postgres/` appears whole, by one rename.

/** The folder that holds cluster, password and log. */
export const databaseFolder = (dataDir: string): string => join(dataDir, 'postgres');

/** PostgreSQL's own data directory. */
export const clusterFolder = (dataDir: string): string => join(databaseFolder(dataDir), 'cluster');

/** Readable by its owner only. */
export const passwordFile = (dataDir: string): string => join(databaseFolder(dataDir), 'password');

/** What PostgreSQL writes to its standard error. */
export const logFile = (dataDir: string): string => join(databaseFolder(dataDir), 'postgres.log');

/** Room that is given back when the disk is full. */
export const ballastFile = (dataDir: string): string => join(dataDir, 'ballast');

/** The one superuser and database of an embedded cluster. */
export const DATABASE_USER = 'shortlist';
export const DATABASE_NAME = 'shortlist';
