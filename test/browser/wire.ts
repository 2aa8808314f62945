/** The network between a browser and the house, which a test can cut, mend, or let swallow an answer. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire {
  readonly address: string;
  /** Everything that is open breaks, and nothing new gets through. */
  cut(): void;
  mend(): void;
  /** The next request that contains `text` reaches the house; its answer and everything after is lost. */
  swallowAnswerTo(text: string): void;
  stop(): Promise<void>;
}

export const layWire = async (house: string): Promise<Wire> => {
  const { hostname, port } = new URL(house);
  const open = new Set<Socket>();
  let up = true;
  let swallowed: string | undefined;
  const server = createServer((near) => {
    if (!up) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    let deaf = false;
    near.on('data', (part) => {
      if (swallowed && part.toString().includes(swallowed)) {
        swallowed = undefined;
        deaf = true;
        // The house has it; the browser will never hear so.
        setTimeout(() => near.destroy(), 200);
      }
      far.write(part);
    });
    far.on('data', (part) => {
      if (!deaf) near.write(part);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.once('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      up = false;
      for (const socket of open) socket.destroy();
    },
    mend: () => {
      up = true;
    },
    swallowAnswerTo: (text) => {
      swallowed = text;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
