/** What a failed delivery means: the channel will never take it, or it is worth another try. */
import type { SendResult } from '../../../ports/sender.ts';

interface ServiceError {
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | undefined | null } };
}

/** Refusals that another try would only repeat; 401 is not among them: our own token may have been at fault. */
const FINAL = new Set([400, 403, 404, 405, 410, 413, 415, 422]);

const pauseOf = (error: ServiceError): number | undefined => {
  const seconds = Number(error.response?.headers?.get('retry-after') ?? Number.NaN);
  return seconds > 0 && seconds < 86_400 ? seconds * 1000 : undefined;
};

/** Only codes go into the log: the service's own words may repeat what a customer was told. */
export const sendFailure = (thrown: unknown): SendResult & { readonly sent: false } => {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as ServiceError;
  const status = typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const afterMs = pauseOf(error);
  return {
    sent: false,
    again: status === undefined || !FINAL.has(status),
    ...(afterMs === undefined ? {} : { afterMs }),
    error:
      status === undefined
        ? String(error.code ?? (thrown instanceof Error ? thrown.name : 'unknown'))
        : `status ${status}`,
  };
};
