/** Something that must not happen: thrown, with a stable code (docs/errors.md) and its cause. */
export const FAULT_CODES = [
  'wording-unknown',
  'store-damaged',
  'store-newer',
  'store-busy',
  'store-full',
  'store-missing',
  'backup-refused',
  'conversation-erased',
  'policy-invalid',
  'config-invalid',
  'event-out-of-order',
  'commit-contended',
  'locale-invalid',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string, cause?: unknown) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
  }
}
