/** Memory of a server after a full collection, through its inspector: without it, garbage that nobody has fetched yet counts as growth. */
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { WebSocket } from 'ws';

export interface Memory {
  /** MiB that the process holds. */
  readonly rss: number;
  /** MiB that are in use: objects, buffers and what they hold outside the heap. */
  readonly used: number;
}

export interface MemoryProbe {
  read(): Promise<Memory>;
  close(): void;
}

interface Reply {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: string } };
}

export const openProbe = async (inspector: string): Promise<MemoryProbe> => {
  const socket = new WebSocket(inspector, { perMessageDeflate: false });
  await once(socket, 'open');
  let last = 0;
  const ask = (method: string, params: object = {}): Promise<Reply> =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const hear = (data: unknown) => {
        const reply = JSON.parse(String(data)) as Reply;
        if (reply.id !== id) return;
        socket.off('message', hear);
        resolve(reply);
      };
      socket.on('message', hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  const EXPRESSION = 'JSON.stringify(process.memoryUsage())';
  return {
    read: async () => {
      // Buffers are swept in the background after a collection.
      for (let time = 0; time < 3; time += 1) {
        await ask('HeapProfiler.collectGarbage');
        await rest(400);
      }
      const { result } = await ask('Runtime.evaluate', { expression: EXPRESSION, returnByValue: true });
      const usage = JSON.parse(result?.result?.value ?? '{}') as NodeJS.MemoryUsage;
      return { rss: usage.rss / 2 ** 20, used: (usage.heapUsed + usage.external) / 2 ** 20 };
    },
    close: () => socket.terminate(),
  };
};
