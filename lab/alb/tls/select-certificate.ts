/** What the choice between certificates looks at. */
export interface CertificateFacts {
  /** Names it is for: `example.com`, `*.example.com`. */
  readonly names: readonly string[];
  readonly keyAlgorithm: "ECDSA" | "RSA";
  readonly keyBits: number;
  /** Of its signature, such as `SHA256` or `MD5`. */
  readonly hash: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

/**
 * The certificate for a client that asks for this server name: the only one that is for it; of several the best one,
 * ECDSA before RSA, SHA before MD5, the longer key, the longer validity; else the default one, which is the first (R2).
 */
export function selectCertificate<C extends CertificateFacts>(
  certificates: readonly [C, ...C[]],
  serverName: string | undefined,
): C {
  const [byDefault] = certificates;
  if (serverName === undefined) return byDefault;
  const [best = byDefault] = certificates
    .filter(({ names }) => names.some((name) => isFor(name, serverName)))
    .sort(byRank);
  return best;
}

/** Whether a name of a certificate is for this host; `*` stands for exactly one label, the first. */
export function isFor(certificateName: string, serverName: string): boolean {
  const name = certificateName.toLowerCase();
  const host = serverName.toLowerCase().replace(/\.$/, "");
  if (!name.startsWith("*.")) return name === host;
  const firstDot = host.indexOf(".");
  return firstDot > 0 && host.slice(firstDot) === name.slice(1);
}

/** Negative: `a` is better. */
function byRank(a: CertificateFacts, b: CertificateFacts): number {
  return (
    Number(b.keyAlgorithm === "ECDSA") - Number(a.keyAlgorithm === "ECDSA") ||
    Number(b.hash !== "MD5") - Number(a.hash !== "MD5") ||
    b.keyBits - a.keyBits ||
    validityMs(b) - validityMs(a)
  );
}

function validityMs({ notBeforeMs, notAfterMs }: CertificateFacts): number {
  return notAfterMs - notBeforeMs;
}
