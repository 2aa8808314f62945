/** Web sockets beside restify, which would swallow them: the node server's own `upgrade`, by path. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

export type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Answers a request for a socket with a status and closes. */
export const refuseUpgrade = (socket: Duplex, status: string, more = ''): void => {
  socket.once('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${more}\r\n`);
};

/** Returns the way to take the sockets of some paths. */
export const acceptUpgrades = (node: Server, isReadable: (req: IncomingMessage) => boolean) => {
  const upgrades: (readonly [(path: string) => boolean, Upgrade])[] = [];
  // A client that merely offers HTTP/2 (curl --http2) is served as usual.
  Object.assign(node, {
    shouldUpgradeCallback: (req: IncomingMessage) => req.headers.upgrade?.toLowerCase() === 'websocket',
  });
  node.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (req.url ?? '').split('?')[0] ?? '';
    const upgrade = upgrades.find(([matches]) => matches(path))?.[1];
    if (!isReadable(req)) refuseUpgrade(socket, '400 Bad Request');
    else if (upgrade) upgrade(req, socket, head);
    else refuseUpgrade(socket, '404 Not Found');
  });
  return (matches: (path: string) => boolean, upgrade: Upgrade): void => {
    upgrades.push([matches, upgrade]);
  };
};
