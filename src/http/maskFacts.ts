/** Keeps personal data out of the log: long digit runs and addresses of mail are masked wherever they stand. */
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const DIGITS = /\d(?:[\s-]?\d){6,}/g;

export const maskText = (text: string): string =>
  text.replace(MAIL, '[mail]').replace(DIGITS, (digits) => `[${digits.replace(/\D/g, '').length} digits]`);

/** An error as facts: its message may quote what somebody wrote, so it is masked and cut. */
export const errorFacts = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { message: maskText(String(error)).slice(0, 300) };
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    message: maskText(error.message).slice(0, 300),
    stack: maskText(error.stack ?? '')
      .split('\n')
      .slice(1, 12)
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
};
