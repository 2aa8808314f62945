/** Which events of which commits are still to be published, as far as this process knows. */
export interface Batch {
  readonly pos: number;
  readonly conversationId: string;
  readonly events: readonly { readonly id: string }[];
}

interface Left {
  readonly pos: number;
  readonly conversationId: string;
  readonly ids: Set<string>;
}

export interface Unpublished {
  know(batch: Batch): void;
  /** Ids that are left of a stored batch; all of one that a former process wrote. */
  leftOf(batch: Batch): ReadonlySet<string>;
  /** Positions of the batches that are done with this. */
  published(ids: readonly string[]): readonly number[];
  forget(conversationId: string): void;
}

export const createUnpublished = (): Unpublished => {
  const byEvent = new Map<string, Left>();
  const know = ({ pos, conversationId, events }: Batch): Left => {
    const left = { pos, conversationId, ids: new Set(events.map((event) => event.id)) };
    for (const id of left.ids) byEvent.set(id, left);
    return left;
  };
  return {
    know: (batch) => {
      know(batch);
    },
    leftOf: (batch) => {
      const known = batch.events
        .map((event) => byEvent.get(event.id))
        .find((left) => left?.pos === batch.pos);
      return (known ?? know(batch)).ids;
    },
    published: (ids) => {
      const done: number[] = [];
      for (const id of ids) {
        const left = byEvent.get(id);
        byEvent.delete(id);
        if (left?.ids.delete(id) && left.ids.size === 0) done.push(left.pos);
      }
      return done;
    },
    forget: (conversationId) => {
      for (const [id, left] of byEvent) if (left.conversationId === conversationId) byEvent.delete(id);
    },
  };
};
