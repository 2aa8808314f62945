/** A copy as a restart would find it (JSON), frozen: whoever changes what was stored is found out. */
const freeze = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
};

export const plain = <T>(value: T): T => freeze(JSON.parse(JSON.stringify(value))) as T;
