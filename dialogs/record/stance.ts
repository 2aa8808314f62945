/** How the customer stands to the matter, as far as it is known; never told to anybody but agents. */
import type { Scene } from '../scene.ts';

const stanceOf = ({ work, memory }: Scene) =>
  work.case === undefined || work.case.stance === 'unknown' ? memory.stance : work.case.stance;

/** Whoever names these has business with us, whatever they say of only wanting to talk. */
const BUSINESS = ['remedy', 'order', 'amount'] as const;

/** To be heard is all they want: nothing is asked and nothing offered. */
export const wantsOnlyToBeHeard = (scene: Scene): boolean =>
  stanceOf(scene) === 'venting' && BUSINESS.every((field) => scene.work.case?.facts[field] === undefined);

/** Demands far beyond the matter: no promise and no admission. */
export const demandsTooMuch = (scene: Scene): boolean => stanceOf(scene) === 'opportunist';

/** Somebody else's matter: what we would still ask for helps nobody. */
const isNotOurs = ({ work }: Scene): boolean => work.case?.responsibility === 'not-ours';

export const nothingToAsk = (scene: Scene): boolean => wantsOnlyToBeHeard(scene) || isNotOurs(scene);
