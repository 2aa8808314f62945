/** The parts of natural that are used here; its own types cover only the root, which must not be loaded. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
