/** What the browser keeps for this page. A browser that keeps nothing (private mode, full) still works until reload. */
const memory = new Map<string, string>();

export const keep = (key: string, value: unknown): void => {
  const text = JSON.stringify(value);
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // It stays in memory.
  }
};

export const forget = (key: string): void => {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // There was nothing to remove.
  }
};

export const kept = (key: string): unknown => {
  try {
    const text = localStorage.getItem(key) ?? memory.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};
