/** What may stand around a message in the texts that are learned from. */
import type { Around, Company } from './examples.ts';
import type { Material } from './material.ts';
import { bareWishes } from './material.ts';
import type { Phrase } from './phrases.ts';

type Kinds = Readonly<Record<'praise' | 'plain', readonly Phrase[]>>;

function companyFrom(
  { praise, plain }: Kinds,
  turns: Readonly<Record<'zh' | 'en', readonly string[]>>,
): Company {
  const around = (lang: 'zh' | 'en'): Around => {
    const textsOf = (phrases: readonly Phrase[]): string[] =>
      phrases.filter((phrase) => (phrase.lang === 'en') === (lang === 'en')).map(({ text }) => text);
    return { praise: textsOf(praise), plain: textsOf(plain), turns: turns[lang] };
  };
  return { zh: around('zh'), en: around('en') };
}

const NO_TURNS = { zh: [''], en: [''] };

const factsIn = (material: Material): Phrase[] => [
  ...material.intent.filter((p) => p.label === 'inform'),
  ...bareWishes(material),
];

/** Bare facts and wishes, which stand beside complaints and make them no less so. */
export function factsOf(material: Material): Company {
  const facts = factsIn(material);
  return companyFrom({ praise: facts, plain: facts }, NO_TURNS);
}

/** Complaints that nobody was hurt by, and bare facts: who wants a person, or goes to court, mostly tells why. */
export function complaintsOf(material: Material): Company {
  const complaints = material.cause.filter(({ label }) => !label.endsWith('.safety'));
  return companyFrom({ praise: complaints, plain: factsIn(material) }, NO_TURNS);
}

export function companyOf(material: Material): Company {
  return companyFrom(
    {
      praise: [
        ...material.plain.filter((p) => p.label === 'praise'),
        ...material.intent.filter((p) => p.label === 'praise'),
      ],
      plain: [...material.plain.filter((p) => p.label !== 'praise'), ...factsIn(material)],
    },
    {
      zh: ['但是', '就是', '不过', '可惜', '可是', '唯一不足', ''],
      en: ['but', 'however', 'only', 'sadly', ''],
    },
  );
}
