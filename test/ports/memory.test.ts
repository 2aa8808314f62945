/** The memory drivers keep every contract. */
import { createMemoryBus } from '../../src/bus/memory/index.ts';
import { createMemoryStores } from '../../src/stores/memory/index.ts';
import { busContract } from './contracts/bus.ts';
import { storesContract } from './contracts/stores.ts';

storesContract('memory', async () => createMemoryStores());
busContract(async () => createMemoryBus());
