/** A route as data: what it checks, what it answers and who handles it. The OpenAPI document is made from the same. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodType, z } from 'zod';
import type { Locale } from '../domain/reading.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ProblemCode } from './problem.ts';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request as a handler sees it: already checked by the schemas of its route. */
export interface Call<Body = unknown, Query = unknown> {
  readonly req: IncomingMessage;
  /** Only for handlers that answer by themselves (`HANDLED`): live events, Bot Framework. */
  readonly res: ServerResponse;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Language of the reader, by Accept-Language. */
  readonly locale: Locale;
  /** Address of the client; behind a trusted proxy the one that it names. */
  readonly address: string;
  readonly requestId: string;
  /** `https://shop.example`: how the client reached us. */
  readonly origin: string;
  /** Puts a fact (an id, never what somebody wrote) on the request's log line. */
  note(facts: Readonly<Record<string, string | number>>): void;
}

export interface Reply {
  readonly status: number;
  /** An object is sent as JSON; text and bytes as they are, with the `Content-Type` in `headers`. */
  readonly body?: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The handler wrote to `call.res` itself. */
export const HANDLED = Symbol('handled');

export interface RouteOf<Body extends ZodType, Query extends ZodType> {
  readonly method: Method;
  /** With `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly body?: Body;
  /** No body is needed: absent counts as `{}`. */
  readonly bodyOptional?: boolean;
  /** Field of the body → the code of what is wrong with it, where that is more telling than `body-invalid`. */
  readonly problems?: Readonly<Record<string, ProblemCode>>;
  /** Bytes; default 256 KiB. */
  readonly bodyLimit?: number;
  /** The handler reads the body from `call.req` itself (uploads, signed webhooks). */
  readonly rawBody?: boolean;
  readonly query?: Query;
  /** Status → shape of the JSON, or what it is in words. */
  readonly answers: Readonly<Record<number, ZodType | string>>;
  /** How one proves to be allowed: for the document. */
  readonly security?: 'token' | 'secret' | 'session';
  readonly handle: (call: Call<z.output<Body>, z.output<Query>>) => Promise<Result> | Result;
}

/** A refusal is answered with its sentence (409 unless it has a better status). */
export type Result = Reply | Refusal | typeof HANDLED;

export type Route = RouteOf<ZodType, ZodType>;

/** Writes a route down with the types of its schemas. */
export const route = <Body extends ZodType = ZodType, Query extends ZodType = ZodType>(
  of: RouteOf<Body, Query>,
): Route => of as unknown as Route;
