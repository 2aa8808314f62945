/** A time zone that remembers its offsets: luxon asks for one several times a date, and each question is dear. */
import { IANAZone } from 'luxon';

/** No zone changes its clocks but on a full quarter of an hour. */
const QUARTER_MS = 15 * 60_000;
const REMEMBERED = 5000;

class RememberedZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(ts: number): number {
    const quarter = Math.floor(ts / QUARTER_MS);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = super.offset(ts);
    if (this.#offsets.size >= REMEMBERED) this.#offsets.clear();
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

const zones = new Map<string, IANAZone>();

export function rememberedZone(name: string): IANAZone {
  const zone = zones.get(name) ?? new RememberedZone(name);
  zones.set(name, zone);
  return zone;
}
