/** One open socket: sends the transcript from its watermark on, in order, without loss or doubles. */
import type { WebSocket } from 'ws';
import type { Line, NewLine } from '../../domain/transcript.ts';
import type { Log } from '../../ports/log.ts';
import type { Transcript } from '../../ports/transcript.ts';
import type { ActivitySet, OutgoingActivity } from './schemas.ts';

const PAGE = 200;
/** A client that does not read is let go; it comes back with its watermark. */
const BUFFER_LIMIT = 4 * 1024 * 1024;
/** Clients ping every 20 s; more than this many frames within a minute is no client of ours. */
const FRAMES_PER_MINUTE = 120;

export class StreamSocket {
  readonly conversationId: string;
  readonly address: string;
  readonly #socket: WebSocket;
  readonly #transcript: Transcript;
  readonly #toActivity: (line: Line) => OutgoingActivity;
  readonly #log: Log;
  /** Position of the last line that was sent or passed over. */
  #seen: number;
  #reading = false;
  #again = false;
  #alive = true;
  #frames = 0;
  #waiting: OutgoingActivity[] = [];

  constructor(
    socket: WebSocket,
    from: { readonly conversationId: string; readonly watermark: number; readonly address: string },
    use: {
      readonly transcript: Transcript;
      readonly toActivity: (line: Line) => OutgoingActivity;
      readonly log: Log;
    },
  ) {
    this.#socket = socket;
    this.conversationId = from.conversationId;
    this.address = from.address;
    this.#seen = from.watermark;
    this.#transcript = use.transcript;
    this.#toActivity = use.toActivity;
    this.#log = use.log;
    socket.on('pong', () => {
      this.#alive = true;
    });
    socket.on('message', () => {
      this.#frames += 1;
      if (this.#frames > FRAMES_PER_MINUTE) socket.close(1008);
    });
    socket.on('error', () => socket.terminate());
  }

  /** News of a line; anything but the very next one is read from the transcript. */
  hear(line: Line): void {
    if (line.seq <= this.#seen) return;
    if (this.#reading || line.seq > this.#seen + 1) void this.catchUp();
    else this.#pass([line]);
  }

  /** Reads and sends everything after the watermark. */
  async catchUp(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#again && this.#socket.readyState === this.#socket.OPEN) {
        this.#again = false;
        const lines = await this.#transcript.read(this.conversationId, {
          after: this.#seen,
          limit: PAGE,
          audience: 'public',
        });
        if (lines.length === PAGE) this.#again = true;
        this.#pass(lines);
      }
    } catch (error) {
      this.#log.warn({ conversationId: this.conversationId, error }, 'a stream could not be read');
      this.#socket.close(1011);
    } finally {
      this.#reading = false;
    }
  }

  #pass(lines: readonly Line[]): void {
    const last = lines.at(-1);
    if (!last) return;
    this.#seen = last.seq;
    const activities = lines.filter((line) => line.audience === 'public').map(this.#toActivity);
    if (activities.length === 0) return;
    // The lines of one answer come one by one, but in the same moment: they go out in one frame.
    if (this.#waiting.length === 0) setImmediate(() => this.#flush());
    this.#waiting.push(...activities);
  }

  #flush(): void {
    const activities = this.#waiting;
    this.#waiting = [];
    if (activities.length > 0) this.send({ activities, watermark: String(this.#seen) });
  }

  send(frame: Partial<ActivitySet>): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > BUFFER_LIMIT) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(frame));
  }

  /** Asks whether somebody is still there; false when the last question was not answered. */
  checkAlive(): boolean {
    const was = this.#alive;
    this.#alive = false;
    this.#frames = 0;
    if (was) this.#socket.ping();
    else this.#socket.terminate();
    return was;
  }

  /** The conversation was erased: last words, without a watermark, and the end. */
  sayGoodbye(farewell: readonly NewLine[]): void {
    const lines = farewell.filter((line) => line.audience === 'public');
    this.#flush();
    if (lines.length > 0)
      this.send({ activities: lines.map((line) => this.#toActivity({ ...line, seq: 0 })) });
    this.close(1000);
  }

  close(code: number): void {
    this.#socket.close(code);
  }
  terminate(): void {
    this.#socket.terminate();
  }
}
