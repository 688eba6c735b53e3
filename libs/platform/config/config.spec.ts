import { describe, expect, it } from '@jest/globals';
import { isLoopback } from './access.js';
import { ConfigError, readConfig } from './config.js';

const SECRET = 'k7Jq-vmT2x9RzWb4LpYc8NsD';
const PROVIDER = {
  OIDC_ISSUER: 'https://login.kommune.example',
  OIDC_CLIENT_ID: 'dagsorden',
  OIDC_CLIENT_SECRET: SECRET,
  PUBLIC_URL: 'https://dagsorden.kommune.example',
};

function faultOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
    return 'none';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

describe('the configuration of sign-in', () => {
  it('is complete with issuer, client, secret and public address', () => {
    expect(readConfig(PROVIDER).access).toEqual({
      publicUrl: 'https://dagsorden.kommune.example',
      trustedProxies: 0,
      sessionIdleMinutes: 480,
      sessionHours: 12,
      requestsPerMinute: 6000,
      provider: {
        issuer: 'https://login.kommune.example',
        clientId: 'dagsorden',
        clientSecret: SECRET,
        algorithm: 'RS256',
        claims: { roleClaim: null, unitClaim: null, roles: {} },
      },
    });
  });

  it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'])('is refused without %s', (name) => {
    expect(faultOf({ ...PROVIDER, [name]: '' })).toContain(name);
  });

  it.each([
    ['OIDC_CLIENT_SECRET', 'short'],
    ['OIDC_CLIENT_SECRET', 'changeme-changeme-changeme'],
    ['OIDC_CLIENT_SECRET', 'Dagsorden-secret-1234567890'],
    ['OIDC_CLIENT_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['DATABASE_URL', 'postgres://dagsorden:postgres@db.example/dagsorden'],
    ['DATABASE_URL', 'postgres://dagsorden:postgres123456789@db.example/dagsorden'],
    ['DATABASE_URL', 'postgres://dagsorden:kort@db.example/dagsorden'],
    ['REDIS_URL', 'redis://:redis@redis.example:6379'],
  ])('is refused by the name of the variable, never by its value, when %s is %s', (name, value) => {
    const fault = faultOf({ ...PROVIDER, [name]: value });
    expect(fault).toContain(name);
    expect(fault).not.toContain(value);
  });

  it('takes a good password, and none where the server asks for none', () => {
    expect(faultOf({ DATABASE_URL: 'postgres://dagsorden:mV3-tqLzP8rw@db.example/dagsorden' })).toBe('none');
    expect(faultOf({ DATABASE_URL: 'postgres://dagsorden@db.example/dagsorden' })).toBe('none');
  });

  it.each([
    ['OIDC_ISSUER', 'http://login.kommune.example'],
    ['OIDC_SIGNING_ALGORITHM', 'none'],
    ['OIDC_SIGNING_ALGORITHM', 'HS256'],
    ['PUBLIC_URL', 'https://kommune.example/dagsorden'],
    ['SESSION_HOURS', '1000'],
    ['OIDC_ROLES', '{not json'],
    ['OIDC_ROLES', '{"a": 1}'],
  ])('is refused when %s is %s', (name, value) => {
    expect(faultOf({ ...PROVIDER, [name]: value })).toContain(name);
  });

  it('takes a provider without https on this machine only', () => {
    expect(faultOf({ ...PROVIDER, OIDC_ISSUER: 'http://127.0.0.1:3001' })).toBe('none');
  });
});

describe('an address', () => {
  it.each([
    'localhost',
    '127.0.0.1',
    '::1',
    'localhost:3000',
    '127.0.0.1:1',
    '[::1]:3000',
    'http://localhost:3000',
  ])('%s can only mean this machine', (address) => expect(isLoopback(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '::',
    '',
    '10.0.0.1',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'https://x.example',
  ])('"%s" may mean another', (address) => expect(isLoopback(address)).toBe(false));
});

describe('the configuration of mail', () => {
  it('is a folder and half a minute to regret where nothing is said', () => {
    expect(readConfig({})).toMatchObject({
      mail: { smtpUrl: null, from: 'Dagsorden <dagsorden@localhost>' },
      regretSeconds: 30,
    });
  });

  it.each(['dagsorden@kommune.example', 'Sekretariatet <sekretariat@kommune.example>'])(
    'takes a server and the sender %s',
    (from) => {
      const { mail } = readConfig({ SMTP_URL: 'smtps://mail.kommune.example', MAIL_FROM: from });
      expect(mail).toEqual({ smtpUrl: 'smtps://mail.kommune.example', from });
    },
  );

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a server without a sender', { SMTP_URL: 'smtp://mail.kommune.example' }, /MAIL_FROM/],
    [
      'an address of another kind',
      { SMTP_URL: 'https://mail.kommune.example', MAIL_FROM: 'a@b.dk' },
      /SMTP_URL/,
    ],
    ['a sender that is no address', { MAIL_FROM: 'Sekretariatet' }, /MAIL_FROM/],
    ['a sender on two lines', { MAIL_FROM: 'Sek\r\nBcc: x@y.dk <a@b.dk>' }, /MAIL_FROM/],
    ['an hour to regret', { REGRET_SECONDS: '3600' }, /REGRET_SECONDS/],
  ])('is refused with %s', (_name, env, fault) => {
    expect(faultOf(env)).toMatch(fault);
  });
});
