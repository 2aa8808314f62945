/** The words for what a customer said: locale, tension, severity and the facts of a complaint. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const EMOTIONS = ['calm', 'upset', 'angry'] as const;
export type Emotion = (typeof EMOTIONS)[number];

export const TRENDS = ['calming', 'steady', 'escalating'] as const;
export type Trend = (typeof TRENDS)[number];

export const SEVERITIES = ['safety', 'legal', 'media', 'regulator', 'high', 'normal', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const WANTED_REMEDIES = [
  'refund',
  'exchange',
  'repair',
  'apology',
  'compensation',
  'explanation',
] as const;
export type WantedRemedy = (typeof WANTED_REMEDIES)[number];

/** A word or sign that moved the tension, and by how much. */
export interface TensionWord {
  readonly text: string;
  readonly weight: number;
}

/** A stretch of time in the customer's words and as instants: ISO 8601 with the shop's offset, `to` exclusive. */
export interface When {
  readonly text: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** An amount of money; `currency` is an ISO 4217 code. */
export interface Amount {
  readonly text: string;
  readonly value: number;
  readonly currency: string;
}

/** The facts that one text states. Absent means not said; texts are the customer's own words. */
export interface Slots {
  readonly when?: When;
  readonly where?: string;
  readonly who?: string;
  readonly what?: string;
  readonly how?: string;
  readonly order?: string;
  readonly amount?: Amount;
  readonly phone?: string;
  readonly remedy?: WantedRemedy;
}

export const SLOT_FIELDS = [
  'when',
  'where',
  'who',
  'what',
  'how',
  'order',
  'amount',
  'phone',
  'remedy',
] as const satisfies readonly (keyof Slots)[];
