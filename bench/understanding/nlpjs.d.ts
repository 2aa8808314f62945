/** nlp.js comes without types: only what is used of it. */
declare module '@nlpjs/basic' {
  interface Nlp {
    addLanguage(lang: string): void;
    addDocument(lang: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(lang: string, text: string): Promise<{ intent: string }>;
  }
  const basic: {
    containerBootstrap(settings: object): { use(plugin: unknown): void };
    LangEn: unknown;
    Nlp: new (settings: object) => Nlp;
  };
  export default basic;
}

declare module '@nlpjs/lang-zh' {
  const lang: { LangZh: unknown };
  export default lang;
}
