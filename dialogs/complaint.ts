/** The complaint, step by step, in the method's order (method.md §2). Each step ends at once when nothing is left to do. */
import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from './botbuilder.ts';

/** A matter that the bot takes up again (after a person, or after a restart) is not listened to a second time. */
export interface ComplaintOptions {
  readonly resumed?: boolean;
}

type Context = WaterfallStepContext<ComplaintOptions>;

const STEPS = ['receive', 'listen', 'empathise', 'clarify', 'gather', 'confirm', 'judge', 'fix'] as const;
const ONLY_FRESH: readonly string[] = ['listen', 'empathise'];

export const createComplaint = (): WaterfallDialog<ComplaintOptions> =>
  new WaterfallDialog<ComplaintOptions>('complaint', [
    ...STEPS.map((name) => (context: Context) => {
      const skip = context.options?.resumed && ONLY_FRESH.includes(name);
      return skip ? context.next() : context.beginDialog(name);
    }),
    (context: Context) => context.endDialog(),
  ]);
