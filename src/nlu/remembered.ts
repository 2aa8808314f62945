/** A function that remembers what it answered; when it has answered too many different questions it forgets them all. */
export function remembered<T>(answer: (question: string) => T, most: number): (question: string) => T {
  const known = new Map<string, T>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const found = answer(question);
    if (known.size >= most) known.clear();
    known.set(question, found);
    return found;
  };
}
