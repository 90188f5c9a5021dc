import { createHash, X509Certificate } from "node:crypto";
import { chmod, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { cacheDirectory } from "../cache-directory";
import { isValidFor, keptCertificate } from "./kept-certificate";
import type { KeyAndCertificate } from "./make-certificate";

const DAY_MS = 86_400_000;
/** A certificate is made anew this long before it ends, so that it never ends while the lab runs. */
const MARGIN_MS = 30 * DAY_MS;
/** An authority must outlive what it signs, a year. */
const AUTHORITY_MARGIN_MS = 400 * DAY_MS;

const NAME = /^(\*\.)?(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;

/** A server's certificate with all that a TLS server needs. */
export interface LocalCertificate {
  readonly key: string;
  /** The certificate, then that of its authority. */
  readonly chain: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

export interface CertificateOptions {
  /**
   * Directory in which certificates are kept, in `tls`.
   * @default - `cacheDirectory()`
   */
  readonly cacheDirectory?: string;
  /** @default - now */
  readonly nowMs?: number;
}

/** The certificate of the local authority: whoever adds it to what a browser trusts sees no warning. */
export function authorityFile(directory: string = cacheDirectory()): string {
  return join(directory, "tls", "authority.crt");
}

/**
 * A certificate for these host names and IP addresses, signed by an authority of this user's own, both made on first use
 * and kept until shortly before they end. Names that cannot be in a certificate are left out.
 *
 * @throws LabError when the directory cannot be written
 */
export async function certificateFor(
  names: readonly string[],
  options: CertificateOptions = {},
): Promise<LocalCertificate> {
  const { cacheDirectory: directory = cacheDirectory(), nowMs = Date.now() } = options;
  const usable = [...new Set(names.map((name) => name.toLowerCase()).filter(isUsableName))].sort();
  const authority = await authorityOf(directory, nowMs);
  const issuer = new X509Certificate(authority.certificate);
  const hash = createHash("sha256").update(usable.join("\n")).digest("hex").slice(0, 32);
  const kept = await keptCertificate(
    join(directory, "tls", `${hash}.pem`),
    (certificate) => isValidFor(certificate, nowMs, MARGIN_MS) && certificate.verify(issuer.publicKey),
    async () => (await loadMaker()).makeLeaf(authority, usable, nowMs),
  );
  const { validFrom, validTo } = new X509Certificate(kept.certificate);
  return {
    key: kept.key,
    chain: kept.certificate + authority.certificate,
    notBeforeMs: Date.parse(validFrom),
    notAfterMs: Date.parse(validTo),
  };
}

async function authorityOf(directory: string, nowMs: number): Promise<KeyAndCertificate> {
  const authority = await keptCertificate(
    join(directory, "tls", "authority.pem"),
    (certificate) => certificate.ca && isValidFor(certificate, nowMs, AUTHORITY_MARGIN_MS),
    async () => (await loadMaker()).makeAuthority(nowMs),
  );
  // Without its key, to be handed to a browser.
  await writeFile(authorityFile(directory), authority.certificate);
  await chmod(authorityFile(directory), 0o644);
  return authority;
}

function isUsableName(name: string): boolean {
  return isIP(name) !== 0 || (name.length <= 253 && NAME.test(name));
}

function loadMaker(): Promise<typeof import("./make-certificate")> {
  return import("./make-certificate");
}
