import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a token is the secret; takes as long for a wrong one, whatever is wrong with it. */
export function isToken(given: string | undefined, secret: string): boolean {
  return given !== undefined && isSame(given, secret);
}

/** Whether `sha256=<hex>` is the HMAC-SHA256 of the raw body: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
export function isSigned(given: string | undefined, body: Buffer, secret: string): boolean {
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return given !== undefined && isSame(given, expected);
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
