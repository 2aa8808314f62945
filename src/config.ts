/** The environment, read once: every variable of .env.example, checked by one schema, frozen. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from './domain/fault.ts';
import { LOCALES } from './domain/reading.ts';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const webAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'must be an address that begins with http:// or https://',
  })
  .transform((text) => text.replace(/\/+$/, ''));

const secret = z.string().min(16, { error: 'must have at least 16 characters' });
const yesOrNo = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true');

const origins = z.string().transform((text, context) => {
  const list = text.split(/[\s,]+/).filter((part) => part !== '');
  const wrong = list.find((part) => part !== '*' && !isOrigin(part));
  if (wrong !== undefined)
    context.addIssue({
      code: 'custom',
      message: 'must be * or origins such as https://shop.example, separated by spaces',
    });
  return list;
});

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `must be a whole number from ${least} to ${most}` })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    });

/** One line per variable; the order is that of .env.example. */
export const CONFIG_SCHEMA = z.object({
  PORT: whole(0, 65535).default(3978),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress.optional(),
  TRUST_PROXY: whole(0, 9).default(0),
  EMBED_ORIGINS: origins.default(['*']),
  DATA_DIR: z.string().default('data'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info'),
  DEFAULT_LOCALE: z.enum(LOCALES, { error: `must be one of ${LOCALES.join(', ')}` }).default('zh-CN'),
  TIMEZONE: z
    .string()
    .refine(isZone, { error: 'must be a time zone such as Asia/Shanghai' })
    .default('Asia/Shanghai'),
  POLICY_FILE: z.string().default('policy.yaml'),
  SHOP_DIR: z.string().optional(),
  RATE_LIMIT_FACTOR: whole(0, 1_000_000).default(1),
  DIRECTLINE_SECRET: secret.optional(),
  SESSION_SECRET: secret.optional(),
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, { error: 'must begin with mongodb:// or mongodb+srv://' })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, { error: 'must begin with redis:// or rediss://' })
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', { error: 'must begin with xoxb-' }).optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', { error: 'must begin with xapp-' }).optional(),
  SLACK_CHANNEL_ID: z.string().optional(),
  SLACK_API_URL: webAddress.optional(),
  SLACK_FILE_HOSTS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], {
      error: 'must be MultiTenant, SingleTenant or UserAssignedMSI',
    })
    .default('MultiTenant'),
  BOT_FRAMEWORK_DEVELOPMENT: yesOrNo.default(false),
});

export type Config = Readonly<z.infer<typeof CONFIG_SCHEMA>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that only make sense together: [the one that is set, the one it needs]. */
const NEEDS: readonly (readonly [keyof Config, keyof Config])[] = [
  ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD'],
  ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_ID'],
  ['SLACK_BOT_TOKEN', 'SLACK_CHANNEL_ID'],
];

/** Planned and documented, but without a driver so far: said, instead of silently doing without. */
const NOT_YET: readonly (keyof Config)[] = ['MONGODB_URL', 'REDIS_URL', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'];

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What is wrong with settings that are each right by themselves. */
const clashes = (config: Config): readonly string[] => {
  const lines = NEEDS.filter(([set, needed]) => {
    const byIdentity = needed === 'MICROSOFT_APP_PASSWORD' && config.MICROSOFT_APP_TYPE === 'UserAssignedMSI';
    return config[set] !== undefined && config[needed] === undefined && !byIdentity;
  }).map(([set, needed]) => `${needed} is missing: ${set} is set and needs it`);
  if (config.SLACK_BOT_TOKEN && !config.SLACK_SIGNING_SECRET && !config.SLACK_APP_TOKEN)
    lines.push(
      'SLACK_SIGNING_SECRET is missing: SLACK_BOT_TOKEN needs it, or SLACK_APP_TOKEN for Socket Mode',
    );
  if (config.MICROSOFT_APP_TYPE === 'SingleTenant' && !config.MICROSOFT_APP_TENANT_ID)
    lines.push('MICROSOFT_APP_TENANT_ID is missing: MICROSOFT_APP_TYPE SingleTenant needs it');
  if (config.BOT_FRAMEWORK_DEVELOPMENT && !LOOPBACK.includes(config.HOST))
    lines.push('BOT_FRAMEWORK_DEVELOPMENT must be false: it is allowed only while HOST is 127.0.0.1');
  for (const name of NOT_YET)
    if (config[name] !== undefined) lines.push(`${name} must be empty: this version cannot use it yet`);
  return lines;
};

/** Throws `config-invalid` whose `cause` is the list of lines, one per wrong variable. An empty value is an absent one. */
export const readConfig = (environment: Environment): Config => {
  const known = Object.keys(CONFIG_SCHEMA.shape);
  const given = Object.fromEntries(
    known.flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = CONFIG_SCHEMA.safeParse(given);
  const lines = parsed.success
    ? clashes(parsed.data)
    : [...new Map(parsed.error.issues.map((issue) => [issue.path[0], issue])).values()].map(
        (issue) => `${String(issue.path[0])} ${issue.message}`,
      );
  if (!parsed.success || lines.length > 0) throw new Fault('config-invalid', lines.join('; '), lines);
  return Object.freeze(parsed.data);
};

/** The process's own environment; `.env` of the working directory fills in what is not set. */
export const loadConfig = (): Config => {
  const file = join(process.cwd(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
};
