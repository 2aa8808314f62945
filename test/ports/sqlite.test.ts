/** The SQLite driver keeps every contract. */
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { storesContract } from './contracts/stores.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();
storesContract('sqlite', async () => openSqliteStores(directory()));
