import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

/** The cookies that a load balancer makes up, each with its own meaning: the value of one is no value of another. */
export type CookieKind = "AWSALBTG" | "AWSALB" | "AWSALBAPP";

/** What a stickiness cookie ties a client to. */
export interface Binding {
  /** Identity of the target group. */
  readonly group: string;
  /** Identity of the target in it; absent in `AWSALBTG`, which ties to a group only. */
  readonly target?: string;
  /** Until when, in milliseconds since 1970: the configured duration lives in the value, not in `Expires` (S23). */
  readonly untilMs: number;
}

/** Keys of one load balancer; cookies of another one, or of an earlier run with another secret, mean nothing to it. */
export interface CookieKey {
  readonly encryption: Buffer;
  readonly nonce: Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

export function deriveCookieKey(secret: Uint8Array): CookieKey {
  const derive = (use: string) => createHmac("sha256", secret).update(use).digest();
  return { encryption: derive("encryption"), nonce: derive("nonce") };
}

/** The opaque cookie value of a binding: nobody without the key can read, change or make one up. */
export function sealCookie(kind: CookieKind, binding: Binding, key: CookieKey): string {
  const plain = JSON.stringify([binding.group, binding.target ?? null, binding.untilMs]);
  // A nonce made from the text needs no randomness, and two different texts do not share one.
  const nonce = createHmac("sha256", key.nonce).update(`${kind}\n${plain}`).digest().subarray(0, nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key.encryption, nonce).setAAD(Buffer.from(kind));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** The binding that was sealed, expired or not; undefined for everything that `sealCookie` did not make (S25, S29). */
export function openCookie(kind: CookieKind, value: string, key: CookieKey): Binding | undefined {
  const bytes = Buffer.from(value, "base64");
  if (bytes.length <= nonceBytes + tagBytes || bytes.toString("base64") !== value) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key.encryption, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(kind))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const opened = decipher.update(bytes.subarray(nonceBytes + tagBytes));
  try {
    return parseBinding(Buffer.concat([opened, decipher.final()]).toString("utf8"));
  } catch {
    return undefined;
  }
}

function parseBinding(plain: string): Binding {
  const [group, target, untilMs] = JSON.parse(plain) as [string, string | null, number];
  return target === null ? { group, untilMs } : { group, target, untilMs };
}
