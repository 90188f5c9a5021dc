import "reflect-metadata";
import { randomBytes, webcrypto } from "node:crypto";
import { isIP } from "node:net";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";

// Loaded only when something has to be made: the library takes longer to load than all the rest of this room.

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Browsers and macOS refuse a longer one, also from an authority that the user trusts. */
const LEAF_DAYS = 365;
/** Clocks of containers and virtual machines run behind. */
const EARLIER_MS = 3_600_000;

/** A certificate and its key, both as PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate authority of this user's own, which can sign nothing but certificates of servers. */
export async function makeAuthority(nowMs: number): Promise<KeyAndCertificate> {
  const keys = await makeKeys();
  const name = "CN=alb-lab local authority";
  return make(
    keys,
    { subject: name, issuer: name, signingKey: keys.privateKey, days: AUTHORITY_DAYS, nowMs },
    [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
    ],
  );
}

/** A server's certificate for these names and addresses. */
export async function makeLeaf(
  authority: KeyAndCertificate,
  names: readonly string[],
  nowMs: number,
): Promise<KeyAndCertificate> {
  const keys = await makeKeys();
  const issuer = new X509Certificate(authority.certificate);
  const signingKey = await importKey(authority.key);
  return make(keys, { subject: "CN=alb-lab", issuer: issuer.subject, signingKey, days: LEAF_DAYS, nowMs }, [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(
      names.map((value) => ({ type: isIP(value) === 0 ? "dns" : "ip", value })),
    ),
    await AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export(webcrypto), false, webcrypto),
    await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
  ]);
}

interface Content {
  readonly subject: string;
  readonly issuer: string;
  readonly signingKey: webcrypto.CryptoKey;
  readonly days: number;
  readonly nowMs: number;
}

async function make(
  keys: webcrypto.CryptoKeyPair,
  { days, nowMs, ...content }: Content,
  extensions: Extension[],
): Promise<KeyAndCertificate> {
  const certificate = await X509CertificateGenerator.create(
    {
      ...content,
      // 127 bits: positive, and of full length.
      serialNumber: `4${randomBytes(16).toString("hex").slice(1)}`,
      publicKey: keys.publicKey,
      signingAlgorithm: ALGORITHM,
      notBefore: new Date(nowMs - EARLIER_MS),
      notAfter: new Date(nowMs + days * DAY_MS),
      extensions,
    },
    webcrypto,
  );
  return { key: await exportKey(keys.privateKey), certificate: `${certificate.toString("pem")}\n` };
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const base64 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key)).toString("base64");
  return `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}(?=.)/g, "$&\n")}\n-----END PRIVATE KEY-----\n`;
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const bytes = Buffer.from(pem.replace(/-----[^-]*-----|\s/g, ""), "base64");
  return webcrypto.subtle.importKey("pkcs8", bytes, ALGORITHM, false, ["sign"]);
}
