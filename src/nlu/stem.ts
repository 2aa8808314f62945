/** English words without their endings, after Porter; the same words come again and again. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { remembered } from './remembered.ts';

export const stem = remembered((word) => stemmer.stem(word), 20_000);
