/**
 * Needles of a pattern: strings of which every match holds at least one, read off the pattern itself.
 * A text that holds none of them cannot match, and one walk over it tells so for all patterns at once.
 */

type Needles = readonly string[];

interface Part {
  /** Everything that the part can match, where that is a short list. */
  readonly exact: Needles | undefined;
  readonly needles: Needles;
}

/** Held by every text: tells nothing. */
const NOTHING: Needles = [''];
const EMPTY: Part = { exact: NOTHING, needles: NOTHING };
const ANYTHING: Part = { exact: undefined, needles: NOTHING };
/** Longer lists are not multiplied out. */
const MOST = 100;
/** Escapes beyond \b, \d, \s, \w and \uXXXX are not read: such a pattern is always tried. */
const UNREAD = /\\(?![bBdDsSwWu])[a-z0-9]/i;
const QUANTIFIER = /[*+?]\??|\{(\d+)(?:(,)(\d*))?\}\??/y;
const GROUP = /\((?:\?(?:(<?[=!])|:|<\w+>))?/y;

/** A stretch of plain characters, without the one that a quantifier is for. */
const PLAIN = /[^\\()[\]|^$.*+?{]+(?![*+?{])/y;

function literal(text: string): Part {
  const needles = [text];
  return { exact: needles, needles };
}

/** About how often needles are met: Chinese has many characters, others few. */
function commonness(needles: Needles): number {
  let sum = 0;
  for (const needle of needles) {
    let share = 1;
    for (let i = 0; i < needle.length; i += 1) share /= needle.charCodeAt(i) > 0x2fff ? 300 : 15;
    sum += share;
  }
  return sum;
}

function rarer(a: Needles, b: Needles): Needles {
  return commonness(b) < commonness(a) ? b : a;
}

function product(heads: Needles, tails: Needles | undefined): Needles | undefined {
  if (tails === undefined || heads.length * tails.length > MOST) return undefined;
  if (heads === NOTHING) return tails;
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

/** One part after the other: strings grow as long as all of them are known. */
function sequence(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0] as Part;
  let needles = NOTHING;
  let run = NOTHING;
  let whole = true;
  for (const part of parts) {
    const grown = product(run, part.exact);
    whole &&= grown !== undefined;
    run = grown ?? part.exact ?? NOTHING;
    needles = rarer(rarer(needles, part.needles), run);
  }
  return { exact: whole ? run : undefined, needles };
}

function either(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0] as Part;
  const all = parts.every((part) => part.exact !== undefined);
  const exact = all ? parts.flatMap((part) => part.exact ?? []) : [];
  const needles = parts.flatMap((part) => part.needles);
  return {
    exact: all && exact.length <= MOST ? exact : undefined,
    needles: needles.includes('') ? NOTHING : needles,
  };
}

function repeated(part: Part, least: number, most: number): Part {
  if (most === 1) {
    if (least === 1) return part;
    return part.exact === undefined ? ANYTHING : { exact: ['', ...part.exact], needles: NOTHING };
  }
  return least === 0 ? ANYTHING : { exact: undefined, needles: part.needles };
}

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      parts.push(this.#sequence());
    }
    return either(parts);
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] as string)) {
      parts.push(this.#quantified(this.#atom()));
    }
    return sequence(parts);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  #quantified(part: Part): Part {
    const match = this.#take(QUANTIFIER);
    if (match === null) return part;
    const [sign, least, open, most] = match;
    if (sign.startsWith('?')) return repeated(part, 0, 1);
    if (least === undefined) return repeated(part, sign.startsWith('+') ? 1 : 0, Number.POSITIVE_INFINITY);
    const end = most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most);
    return repeated(part, Number(least), open === undefined ? Number(least) : end);
  }

  #atom(): Part {
    const plain = this.#take(PLAIN);
    if (plain !== null) return literal(plain[0]);
    const char = this.#source[this.#at] as string;
    if (char === '(') return this.#group();
    this.#at += 1;
    if (char === '[') return this.#class();
    if (char === '\\') return this.#escape();
    if (char === '^' || char === '$') return EMPTY;
    return char === '.' ? ANYTHING : literal(char);
  }

  /** What must or must not stand around a match is no part of it. */
  #group(): Part {
    const looksAround = this.#take(GROUP)?.[1] !== undefined;
    const inside = this.alternatives();
    this.#at += 1;
    return looksAround ? EMPTY : inside;
  }

  #escape(): Part {
    const char = this.#source[this.#at] as string;
    this.#at += 1;
    if (char === 'b' || char === 'B') return EMPTY;
    if (char === 'u') {
      this.#at += 4;
      return literal(String.fromCharCode(Number.parseInt(this.#source.slice(this.#at - 4, this.#at), 16)));
    }
    return /\w/.test(char) ? ANYTHING : literal(char);
  }

  /** Only lists of single characters are multiplied out, not ranges and not what is left out. */
  #class(): Part {
    const body = this.#take(/(?:\\.|[^\]\\])*\]/y)?.[0].slice(0, -1) ?? '';
    if (/^\^|\\|.-./.test(body)) return ANYTHING;
    return either([...body].map(literal));
  }
}

/** Nothing where the pattern asks for no string in particular. */
export function needlesOf(source: string): Needles | undefined {
  if (UNREAD.test(source)) return undefined;
  const { needles } = new PatternReader(source).alternatives();
  return needles.includes('') ? undefined : [...new Set(needles)];
}
