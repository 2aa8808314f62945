/** Names what SQLite reports: a fault with a code where the operator can do something about it. */
import { Fault, type FaultCode } from '../../../domain/fault.ts';

/** Primary result codes of SQLite. */
const CODES: Readonly<Record<number, FaultCode>> = {
  5: 'store-busy',
  11: 'store-damaged',
  13: 'store-full',
  26: 'store-damaged',
};

const primaryCode = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0;

/** The same error again where there is no better name for it. */
export const namedFault = (error: unknown): unknown => {
  if (error instanceof Fault) return error;
  const code = CODES[primaryCode(error)];
  return code ? new Fault(code, error instanceof Error ? error.message : String(error), error) : error;
};

export const named = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw namedFault(error);
  }
};
