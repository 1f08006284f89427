import { expect, it } from 'vitest';
import { SECRET_PATTERN } from '../schemas/webhook-values.ts';
import { newSecret, signatureHeaders } from './signature.ts';

/** The example of the specification and of its reference libraries. */
const EXAMPLE = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  sentAt: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
};
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

it('signs the published example as published', () => {
  expect(signatureHeaders(EXAMPLE)).toEqual({
    'webhook-id': EXAMPLE.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': SIGNATURE,
  });
});

it('signs once for each secret while one is being replaced', () => {
  const signatures = signatureHeaders({ ...EXAMPLE, secrets: [newSecret(), ...EXAMPLE.secrets] })[
    'webhook-signature'
  ]?.split(' ');
  expect(signatures).toHaveLength(2);
  expect(signatures?.[1]).toBe(SIGNATURE);
  expect(signatures?.[0]).not.toBe(SIGNATURE);
});

it('another id, time, body or secret is another signature', () => {
  const others = [
    { ...EXAMPLE, id: 'msg_other' },
    { ...EXAMPLE, sentAt: new Date(1_614_265_331_000) },
    { ...EXAMPLE, body: '{"test": 2432232315}' },
    { ...EXAMPLE, secrets: [newSecret()] },
  ];
  const signatures = others.map((other) => signatureHeaders(other)['webhook-signature']);
  expect(new Set([SIGNATURE, ...signatures]).size).toBe(5);
});

it('a secret is 256 random bits that its own rule takes', () => {
  const secret = newSecret();
  expect(secret).toMatch(SECRET_PATTERN);
  expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  expect(newSecret()).not.toBe(secret);
});

it.each([
  ['whsec_', false],
  ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', false],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', true],
  [`whsec_${Buffer.alloc(23).toString('base64')}`, true],
  [`whsec_${Buffer.alloc(22).toString('base64')}=`, false],
  [`whsec_${Buffer.alloc(64).toString('base64')}`, true],
  [`whsec_${Buffer.alloc(67).toString('base64')}`, false],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa-_', false],
])('takes as a secret %s: %s', (secret, isTaken) => {
  expect(SECRET_PATTERN.test(secret)).toBe(isTaken);
});
