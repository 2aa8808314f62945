/** What another process has used so far. */
import { readFileSync } from 'node:fs';

/** Resident memory in MiB. */
export const rssOf = (pid: number | undefined): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
};

/** Processor time in milliseconds: it does not count what other processes take. */
export const cpuMsOf = (pid: number | undefined): number => {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
