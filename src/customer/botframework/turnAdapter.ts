/** Runs a bot turn in this process: dialogs speak through the turn's work, so nothing is ever sent from here. */
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';

export class TurnAdapter extends BotAdapter {
  /** Dialog libraries send trace activities of their own; a message would bypass the transcript and is a mistake. */
  override async sendActivities(
    _: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const stray = activities.find((activity) => activity.type === 'message');
    if (stray) throw new Error('a dialog sent an activity by itself; it must use work.say');
    return activities.map(() => ({ id: '' }));
  }
  override async updateActivity(): Promise<undefined> {
    throw new Error('a transcript line cannot be changed');
  }
  override async deleteActivity(): Promise<void> {
    throw new Error('a transcript line cannot be deleted');
  }
  override async continueConversation(): Promise<void> {
    throw new Error('the clock speaks through Bot.speakFirst');
  }

  /** One turn for one activity. */
  async run(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity as Activity), logic);
  }
}
