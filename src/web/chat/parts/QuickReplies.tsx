/** Answers to pick instead of typing; writing something else is always possible. */
import type { QuickReply } from '../message.ts';
import { useView } from '../view.ts';

const structured = ({ value }: QuickReply) =>
  typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : undefined;

export const QuickReplies = ({ replies }: { readonly replies: readonly QuickReply[] }) => {
  const { chat, t } = useView();
  if (replies.length === 0) return null;
  return (
    <ul class="quick-replies" aria-label={t('write.suggestions')}>
      {replies.map((reply) => (
        <li key={reply.title}>
          <button type="button" class="button" onClick={() => chat.say(reply.text, structured(reply))}>
            {reply.title}
          </button>
        </li>
      ))}
    </ul>
  );
};
