/** What may stand around a complaint in the texts that are learned from. */
import type { Company } from './examples.ts';
import type { Material } from './material.ts';
import { bareWishes } from './material.ts';

/** Bare facts and wishes, which stand beside complaints and make them no less so. */
export function factsOf(material: Material): Company {
  const facts = [...material.intent.filter((p) => p.label === 'inform'), ...bareWishes(material)];
  return { praise: facts, plain: facts, turns: { zh: [''], en: [''] } };
}

export function companyOf(material: Material): Company {
  return {
    praise: [
      ...material.plain.filter((p) => p.label === 'praise'),
      ...material.intent.filter((p) => p.label === 'praise'),
    ],
    plain: [...material.plain.filter((p) => p.label !== 'praise'), ...factsOf(material).plain],
    turns: {
      zh: ['但是', '就是', '不过', '可惜', '可是', '唯一不足', ''],
      en: ['but', 'however', 'only', 'sadly', ''],
    },
  };
}
