/** Which hosts may be told what a customer is told: the Bot Framework's own, by name, before any request to them. */

/** The public cloud and the connectors of Teams and Skype; a leading dot stands for any name below. */
const KNOWN = ['.botframework.com', 'smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'] as const;

export const isLoopback = (host: string): boolean =>
  /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\]|::ffff:127(?:\.\d{1,3}){3})$/i.test(host);

const hostFits = (host: string, known: string): boolean =>
  known.startsWith('.') ? host.endsWith(known) : host === known;

export interface ServiceRule {
  /** Further hosts for a private cloud (`.suffix`, or `host` or `host:port` exactly). */
  readonly extraHosts?: readonly string[];
  /** The development switch: services on this machine only, nothing else then. */
  readonly loopbackOnly?: boolean;
}

/** Unknown is refused. Plain HTTP never leaves this machine. */
export const isAllowedService = (serviceUrl: string, rule: ServiceRule = {}): boolean => {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, host, username, password } = new URL(serviceUrl);
  if (username || password) return false;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) return false;
  if (rule.loopbackOnly) return isLoopback(hostname);
  // `host` carries a port that is not the usual one: the known hosts have none.
  return [...KNOWN, ...(rule.extraHosts ?? [])].some((known) => hostFits(host, known));
};
