/** Words as a tree of their characters: all that begin at one place in a text are met in one walk. */

export interface Branch<T> {
  /** What was kept for the word that ends here. */
  value?: T;
  next?: Map<number, Branch<T>>;
}

export class Trie<T> {
  readonly root: Branch<T> = { next: new Map() };

  /** Where the word ends; made where it was not known. */
  end(word: string): Branch<T> {
    let branch = this.root;
    for (let i = 0; i < word.length; i += 1) branch = nextOf(branch, word.charCodeAt(i));
    return branch;
  }
}

function nextOf<T>(branch: Branch<T>, code: number): Branch<T> {
  branch.next ??= new Map();
  const known = branch.next.get(code);
  if (known !== undefined) return known;
  const made: Branch<T> = {};
  branch.next.set(code, made);
  return made;
}
