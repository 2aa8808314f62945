/** A remedy in words, as the desk words it too. */
export { remedyDetail, remedyTitle } from '../../src/app/remedyText.ts';
