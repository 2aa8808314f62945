/** The environment: defaults, clear complaints, and the example file that lists every variable. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CONFIG_SCHEMA, type Config, readConfig } from '../src/config.ts';
import { Fault } from '../src/domain/fault.ts';

const root = join(import.meta.dirname, '..');
const example = readFileSync(join(root, '.env.example'), 'utf8');

const complaints = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof Fault && error.code === 'config-invalid'
      ? (error.cause as string[])
      : [`${error}`];
  }
};

describe('the settings', () => {
  it('are the variables of .env.example, which shows their defaults', () => {
    const shown = parseEnv(example);
    expect(Object.keys(shown).sort()).toEqual(Object.keys(CONFIG_SCHEMA.shape).sort());
    expect(readConfig(shown)).toEqual(readConfig({}));
    const defaults = readConfig({});
    const silent = Object.entries(shown).filter(
      ([name, value]) => value === '' && defaults[name as keyof Config] !== undefined,
    );
    expect(silent).toEqual([]);
  });

  it('cannot be changed afterwards, and an empty or blank one is the default', () => {
    const config = readConfig({ PORT: ' ', HOST: '', LOG_LEVEL: ' warn ' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(config).toMatchObject({ PORT: 3978, HOST: '127.0.0.1', LOG_LEVEL: 'warn' });
  });

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'shop.example', 'PUBLIC_URL must be an address that begins with http:// or https://'],
    ['TIMEZONE', 'Beijing', 'TIMEZONE must be a time zone such as Asia/Shanghai'],
    ['DEFAULT_LOCALE', 'fr', 'DEFAULT_LOCALE must be one of zh-CN, zh-TW, en'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info, warn, error or silent'],
    ['DIRECTLINE_SECRET', 'short', 'DIRECTLINE_SECRET must have at least 16 characters'],
    [
      'EMBED_ORIGINS',
      'shop',
      'EMBED_ORIGINS must be * or origins such as https://shop.example, separated by spaces',
    ],
    ['REDIS_URL', 'localhost', 'REDIS_URL must begin with redis:// or rediss://'],
    ['MICROSOFT_APP_ID', 'id', 'MICROSOFT_APP_PASSWORD is missing: MICROSOFT_APP_ID is set and needs it'],
    ['MONGODB_URL', 'mongodb://db', 'MONGODB_URL must be empty: this version cannot use it yet'],
    ['REDIS_URL', 'redis://cache', 'REDIS_URL must be empty: this version cannot use it yet'],
    ['SLACK_APP_TOKEN', 'xapp-1', 'SLACK_APP_TOKEN must be empty: this version cannot use it yet'],
    ['SLACK_BOT_TOKEN', 'xoxb-1', 'SLACK_CHANNEL_ID is missing: SLACK_BOT_TOKEN is set and needs it'],
  ])('complain in one line when %s is %s', (name, value, line) => {
    expect(complaints({ [name]: value })).toContain(line);
  });

  it('complain about every wrong variable at once, one line each', () => {
    const wrong = { PORT: 'x', TIMEZONE: 'x', LOG_LEVEL: 'x' };
    expect(complaints(wrong).map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'TIMEZONE']);
  });

  it('allow the open development door only on this machine', () => {
    const open = { BOT_FRAMEWORK_DEVELOPMENT: 'true' };
    expect(complaints(open)).toEqual([]);
    expect(complaints({ ...open, HOST: '0.0.0.0' })).toHaveLength(1);
  });
});

const started = (environment: Record<string, string>, folder: string) =>
  new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    // Its own environment, so that what this machine has set does not count.
    const child = spawn(process.execPath, [join(root, 'src', 'main.ts')], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...environment },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.once('close', (status) => resolve({ status, out, err }));
  });

const inFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'calmdesk-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe('a start with wrong settings', () => {
  it('prints one line per variable, exits with 78 and starts nothing', async () => {
    const folder = inFolder();
    const { status, out, err } = await started({ PORT: 'x', TIMEZONE: 'Mars' }, folder);
    expect(status).toBe(78);
    expect(err.trim().split('\n')).toEqual([
      'PORT must be a whole number from 0 to 65535',
      'TIMEZONE must be a time zone such as Asia/Shanghai',
    ]);
    expect(out).toBe('');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('reads .env of the working directory, which the environment overrides', async () => {
    const folder = inFolder();
    writeFileSync(join(folder, '.env'), 'PORT=x\nLOG_LEVEL=loud\n');
    const { status, err } = await started({ LOG_LEVEL: 'info' }, folder);
    expect(status).toBe(78);
    expect(err.trim()).toBe('PORT must be a whole number from 0 to 65535');
  });

  it('tells a wrong policy with its line, and touches no data', async () => {
    const folder = inFolder();
    writeFileSync(join(folder, 'policy.yaml'), 'currency: 5\n');
    const { status, err } = await started({ PORT: '0' }, folder);
    expect(status).toBe(78);
    expect(err).toMatch(/policy\.yaml:1/);
    expect(existsSync(join(folder, 'data', 'calmdesk.db'))).toBe(false);
  });
});

describe('a shop’s own folder', () => {
  const policy = join(root, 'policy.yaml');

  it('that is not there is told in one line, and touches no data', async () => {
    const folder = inFolder();
    const { status, out, err } = await started(
      { PORT: '0', POLICY_FILE: policy, SHOP_DIR: 'nowhere' },
      folder,
    );
    expect({ status, out, err }).toEqual({
      status: 78,
      out: '',
      err: 'SHOP_DIR must be a folder: nowhere\n',
    });
    expect(existsSync(join(folder, 'data', 'calmdesk.db'))).toBe(false);
  });

  it('whose model cannot be read is told in one line', async () => {
    const folder = inFolder();
    writeFileSync(join(folder, 'understanding.bin'), 'half a model');
    const { status, err } = await started({ PORT: '0', POLICY_FILE: policy, SHOP_DIR: folder }, folder);
    expect(status).toBe(78);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^SHOP_DIR cannot be used: .*understanding\.bin .* npm run train -- --shop/);
  });
});

it('a port that is taken is told in one line', async () => {
  const folder = inFolder();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const PORT = String((other.address() as AddressInfo).port);
  const policy = join(root, 'policy.yaml');
  const { status, err } = await started({ PORT, POLICY_FILE: policy }, folder);
  expect(status).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toMatch(/^PORT or HOST cannot be used: .*EADDRINUSE/);
});
