/**
 * The floor: restify and botbuilder as their own samples use them, a waterfall that echoes, MemoryStorage, behind the same
 * Direct Line calls and web socket that the desk serves. No durability, no understanding, no limits, no log.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
} from 'botbuilder';
import { Dialog, DialogSet, WaterfallDialog } from 'botbuilder-dialogs';
import { ClaimsIdentity } from 'botframework-connector';
import restify from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';

type Sent = Partial<Activity>;

interface Chat {
  readonly history: Sent[];
  socket?: WebSocket;
}

const chats = new Map<string, Chat>();
const tokens = new Map<string, string>();

const deliver = (id: string, activity: Sent): void => {
  const chat = chats.get(id);
  if (!chat) return;
  chat.history.push(activity);
  chat.socket?.send(JSON.stringify({ activities: [activity], watermark: String(chat.history.length) }));
};

class LocalAdapter extends CloudAdapter {
  override async sendActivities(context: TurnContext, activities: Sent[]) {
    return activities.map((activity, index) => {
      const id = `${context.activity.id}~${index + 1}`;
      if (activity.type === ActivityTypes.Message)
        deliver(context.activity.conversation.id, { ...activity, id, timestamp: new Date() });
      return { id };
    });
  }
}

const adapter = new LocalAdapter(new ConfigurationBotFrameworkAuthentication({}));
const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('dialogs'));
dialogs.add(
  new WaterfallDialog('echo', [
    async (step) => {
      await step.context.sendActivity(`You said: ${step.context.activity.text}`);
      return Dialog.EndOfTurn;
    },
    (step) => step.replaceDialog('echo'),
  ]),
);

const onTurn = async (context: TurnContext): Promise<void> => {
  if (context.activity.type === ActivityTypes.ConversationUpdate) {
    await context.sendActivity('Welcome');
  } else {
    const dialog = await dialogs.createContext(context);
    const result = await dialog.continueDialog();
    if (result.status === 'empty') await dialog.beginDialog('echo');
    await state.saveChanges(context);
  }
};

const known = {
  audience: '',
  claimsIdentity: new ClaimsIdentity([], true),
  connectorFactory: { create: async () => ({}) },
};
const handle = (activity: Sent) =>
  adapter.processActivityDirect(known as never, activity as Activity, onTurn);

const activityFor = (conversationId: string, rest: Sent): Sent => ({
  id: randomUUID(),
  channelId: 'directline',
  serviceUrl: 'http://localhost',
  conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
  recipient: { id: 'bot', name: 'bot' },
  from: { id: 'user', name: 'user' },
  timestamp: new Date(),
  ...rest,
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());

const conversationOf = (req: restify.Request): string | undefined => {
  const id = tokens.get((req.headers.authorization ?? '').replace('Bearer ', ''));
  return id !== undefined && (req.params.id === undefined || req.params.id === id) ? id : undefined;
};

server.get('/readyz', async (_req, res) => {
  res.send(200, { ready: true });
});
server.post('/api/chat/token', async (_req, res) => {
  const [token, conversationId] = [randomUUID(), randomUUID()];
  tokens.set(token, conversationId);
  res.send(200, { token, conversationId, userId: 'user', expires_in: 3600 });
});
server.post('/v3/directline/conversations', async (req, res) => {
  const id = conversationOf(req);
  if (id === undefined) return res.send(401);
  chats.set(id, { history: [] });
  await handle(activityFor(id, { type: ActivityTypes.ConversationUpdate }));
  const streamUrl = `ws://${req.headers.host}/v3/directline/conversations/${id}/stream`;
  return res.send(201, { conversationId: id, expires_in: 3600, streamUrl });
});
server.post('/v3/directline/conversations/:id/activities', async (req, res) => {
  const id = conversationOf(req);
  if (id === undefined) return res.send(401);
  const activity = activityFor(id, {
    type: ActivityTypes.Message,
    text: req.body.text,
    channelData: req.body.channelData,
  });
  deliver(id, activity);
  await handle(activity);
  return res.send(200, { id: activity.id });
});

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
  const id = /conversations\/([\w-]+)\/stream/.exec(req.url ?? '')?.[1] ?? '';
  const chat = chats.get(id);
  if (!chat) return void socket.destroy();
  sockets.handleUpgrade(req, socket, head, (client) => {
    chat.socket = client;
    client.once('close', () => delete chat.socket);
    client.send(JSON.stringify({ activities: chat.history, watermark: String(chat.history.length) }));
  });
});

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`);
});
