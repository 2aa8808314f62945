/** The package has no types. */
declare module 'xhr2' {
  export const XMLHttpRequest: typeof globalThis.XMLHttpRequest;
}
