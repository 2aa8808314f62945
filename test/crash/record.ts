/** What is left of a conversation when ids, times and the choice among wordings are taken away: two runs must agree on it. */
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Line } from '../../src/domain/transcript.ts';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, 'time'],
  [/C\d{4}-\d{4}/g, 'number'],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid'],
];

/** Sentences as told: which wording was chosen hangs on the conversation's id. */
const WORDED = new Set(['told', 'said']);

/** The same id gets the same name wherever it stands. */
const renaming = () => {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `id${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  return (text: string): string =>
    PATTERNS.reduce((left, [pattern, name]) => left.replace(pattern, name), text).replace(
      /(?<![\w-])(?:(?:dl_)?[\w-]{21}|desk-[\w-]{22})(?![\w-])/g,
      nameOf,
    );
};

export const recordOf = (conversation: Conversation, lines: readonly Line[]): unknown => {
  const rename = renaming();
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return rename(value);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => !WORDED.has(field))
        .map(([field, inner]) => [rename(field), plain(inner)]),
    );
  };
  const { version: _, ...state } = conversation;
  return plain({
    state,
    keys: conversation.said.map((one) => one.replace(/:\d+$/, '')),
    lines: lines.map(({ seq, from, key, text, card, quickReplies, audience }) => ({
      seq,
      from: from.kind,
      said: key ?? text,
      card: card?.kind,
      buttons: quickReplies?.length,
      audience,
    })),
  });
};
