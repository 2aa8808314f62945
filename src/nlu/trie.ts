/**
 * Words as a tree of their characters: all that begin at one place in a text are met in one walk.
 * The tree lies flat in one hash table from (node, character) to node; small, and quick to walk.
 */

/** Where every walk begins; as an answer of `step` it means that no word goes on this way. */
export const ROOT = 0;

export class Trie<T> {
  #size = 1;
  #mask = 1023;
  #from = new Int32Array(1024);
  #code = new Uint16Array(1024);
  #to = new Int32Array(1024);
  readonly #values: (T | undefined)[] = [undefined];
  /** By character, 1 where a word begins with it: most walks end before they begin. */
  readonly #begins = new Uint8Array(0x10000);

  /** Where (node, character) is in the table, or the free place for it. */
  #place(node: number, code: number): number {
    let at = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 10) & this.#mask;
    while (this.#to[at] !== ROOT && (this.#from[at] !== node || this.#code[at] !== code)) {
      at = (at + 1) & this.#mask;
    }
    return at;
  }

  /** Whether any word begins with a character. */
  begins(code: number): boolean {
    return this.#begins[code] === 1;
  }

  /** The node that a character of `text` leads to. */
  step(node: number, text: string, at: number): number {
    if (at >= text.length) return ROOT;
    const code = text.charCodeAt(at);
    return node === ROOT && this.#begins[code] === 0 ? ROOT : (this.#to[this.#place(node, code)] as number);
  }

  /** What was kept for the word that ends at a node. */
  value(node: number): T | undefined {
    return this.#values[node];
  }

  /** The value of a word; made where the word is not known. */
  keep(word: string, make: () => T): T {
    let node = ROOT;
    for (let i = 0; i < word.length; i += 1)
      node = this.step(node, word, i) || this.#grow(node, word.charCodeAt(i));
    const value = this.#values[node] ?? make();
    this.#values[node] = value;
    return value;
  }

  #grow(node: number, code: number): number {
    if (this.#size * 2 > this.#mask) this.#widen();
    if (node === ROOT) this.#begins[code] = 1;
    const place = this.#place(node, code);
    this.#from[place] = node;
    this.#code[place] = code;
    this.#to[place] = this.#size;
    this.#values.push(undefined);
    this.#size += 1;
    return this.#size - 1;
  }

  /** At most half of the table is taken. */
  #widen(): void {
    const [from, code, to] = [this.#from, this.#code, this.#to];
    const width = to.length * 2;
    this.#mask = width - 1;
    this.#from = new Int32Array(width);
    this.#code = new Uint16Array(width);
    this.#to = new Int32Array(width);
    for (let at = 0; at < to.length; at += 1) {
      if (to[at] === ROOT) continue;
      const place = this.#place(from[at] as number, code[at] as number);
      this.#from[place] = from[at] as number;
      this.#code[place] = code[at] as number;
      this.#to[place] = to[at] as number;
    }
  }
}
