/** Who does something on a case. */
export const ROLES = ['agent', 'supervisor', 'manager'] as const;
export type Role = (typeof ROLES)[number];

export interface Agent {
  readonly kind: 'agent';
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export type Actor =
  | { readonly kind: 'bot' }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'clock' }
  | Agent;

/** Who speaks with the customer now; nothing else decides it. */
export type Holder =
  | { readonly kind: 'bot' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'agent'; readonly id: string; readonly name: string };

/** Who stays answerable for a case to its end (首问责任制): the bot until the first person takes it. */
export type Owner =
  | { readonly kind: 'bot' }
  | { readonly kind: 'agent'; readonly id: string; readonly name: string };
