/** Writes until it is killed; says what was acknowledged on its standard output, one JSON array of ids a line. */
import { writeSync } from 'node:fs';
import { openSqliteStores } from '../../src/stores/sqlite/index.ts';
import { aCase, aCommit, aConversation, aLine, anEvent, at } from './samples.ts';

const [directory = '', run = ''] = process.argv.slice(2);
const stores = openSqliteStores(directory);
const say = (...facts: readonly unknown[]) => writeSync(1, `${JSON.stringify(facts)}\n`);

/** One customer: a line, then the turn that answers it, again and again. */
const talk = async (id: string): Promise<never> => {
  for (let turn = 0; ; turn += 1) {
    const name = `${run}-${id}-${turn}`;
    const { line } = await stores.transcript.append(aLine(name, id, { clientId: name }));
    say('line', id, name, line.seq);
    const conversation = (await stores.conversations.load(id)) ?? aConversation(id);
    const result = await stores.conversations.commit(
      aCommit(
        {
          ...conversation,
          handled: line.seq,
          case: aCase(`case ${id}`, id, { opening: name, deadline: { kind: 'silence', dueAt: at(turn) } }),
        },
        {
          lines: [aLine(`${name}~1`, id, { from: { kind: 'bot' } })],
          events: [anEvent(`${name}:1`, `case ${id}`)],
          deliveries: [{ id: `${name}~1`, conversationId: id, lineId: `${name}~1` }],
        },
      ),
    );
    if (!result.committed) throw new Error(`not committed: ${result.reason}`);
    say('turn', id, name, result.conversation.version);
  }
};

say('open');
await Promise.all(Array.from({ length: 8 }, (_, index) => talk(`conversation ${index}`)));
