/** What every Bus does. Delivery may take a moment: each test waits for the news it expects. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bus, News } from '../../../src/ports/bus.ts';
import { aLine, anEvent } from '../samples.ts';

const line = (id: string): News => ({ topic: 'line', line: { ...aLine(id, 'one'), seq: 1 } });
const typing: News = { topic: 'typing', conversationId: 'one', from: 'bot' };

export const busContract = (open: () => Promise<Bus>): void => {
  describe('bus', () => {
    let bus: Bus;
    beforeEach(async () => {
      bus = await open();
    });
    afterEach(() => bus.close());

    test('news reach every listener of their topic, in order, and no other', async () => {
      const heard: News[][] = [[], [], []];
      bus.subscribe('line', (news) => heard[0]?.push(news));
      bus.subscribe('line', (news) => heard[1]?.push(news));
      bus.subscribe('event', (news) => heard[2]?.push(news));
      const event: News = { topic: 'event', event: anEvent('e', 'k') };
      for (const news of [line('a'), line('b'), typing, event]) await bus.publish(news);
      await vi.waitFor(() => expect(heard[2]).toEqual([event]));
      await vi.waitFor(() => expect(heard[0]).toEqual([line('a'), line('b')]));
      expect(heard[1]).toEqual(heard[0]);
    });

    test('who stopped listening hears nothing, and the others go on', async () => {
      const gone: News[] = [];
      const here: News[] = [];
      const stop = bus.subscribe('typing', (news) => gone.push(news));
      bus.subscribe('typing', (news) => here.push(news));
      stop();
      stop();
      await bus.publish(typing);
      await vi.waitFor(() => expect(here).toEqual([typing]));
      expect(gone).toEqual([]);
    });

    test('a listener that throws harms neither the sender nor the others', async () => {
      const heard: News[] = [];
      bus.subscribe('erased', () => {
        throw new Error('listener broke');
      });
      bus.subscribe('erased', (news) => heard.push(news));
      await bus.publish({ topic: 'erased', conversationId: 'one' });
      await vi.waitFor(() => expect(heard).toHaveLength(1));
    });

    test('a listener may stop, start and publish while it listens', async () => {
      const heard: string[] = [];
      const stop = bus.subscribe('line', (news) => {
        stop();
        heard.push(news.line.id);
        bus.subscribe('line', (later) => heard.push(`again ${later.line.id}`));
        void bus.publish(line('b'));
      });
      await bus.publish(line('a'));
      await vi.waitFor(() => expect(heard).toEqual(['a', 'again b']));
    });

    test('nobody listening is no trouble', async () => {
      await expect(bus.publish(typing)).resolves.toBeUndefined();
    });
  });
};
