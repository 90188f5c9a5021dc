import { X509Certificate } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LabError } from "../../../lab/local/lab-error";
import { authorityFile, certificateFor } from "../../../lab/local/tls";

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse("2026-01-01T00:00:00Z");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "alb-lab-tls-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function make(names: readonly string[], nowMs = NOW_MS) {
  return certificateFor(names, { cacheDirectory: directory, nowMs });
}

/** Files with a key and a certificate: the server's first, the authority's last. */
function kept(): string[] {
  const names = readdirSync(join(directory, "tls")).filter((name) => name.endsWith(".pem"));
  return names.sort().map((name) => join(directory, "tls", name));
}

describe("a local certificate", () => {
  it("is for the names of the listener's certificate, its wildcards and this machine", async () => {
    const { chain } = await make(["Example.com", "*.example.com", "localhost", "127.0.0.1", "::1"]);
    const certificate = new X509Certificate(chain);
    expect(certificate.subjectAltName?.split(", ").sort()).toEqual([
      "DNS:*.example.com",
      "DNS:example.com",
      "DNS:localhost",
      "IP Address:0:0:0:0:0:0:0:1",
      "IP Address:127.0.0.1",
    ]);
    expect(certificate.checkHost("www.example.com")).toBe("*.example.com");
    expect(certificate.checkIP("::1")).toBe("::1");
  });

  it("leaves out what cannot be a name", async () => {
    const bad = ["", "a b", "x\nDNS:evil", "*.*.com", "a..b", "é.com", "*", "a".repeat(254), "${x}"];
    const { chain } = await make(["good.com", ...bad]);
    expect(new X509Certificate(chain).subjectAltName).toBe("DNS:good.com");
  });

  it("is signed by an authority of this user's own, which anybody can look at, and can sign no other", async () => {
    const { chain } = await make(["example.com"]);
    const [leaf, issuer] = chain
      .split(/(?<=-----END CERTIFICATE-----\n)/)
      .map((pem) => new X509Certificate(pem));
    const authority = new X509Certificate(readFileSync(authorityFile(directory)));
    expect(issuer!.raw.equals(authority.raw)).toBe(true);
    expect(leaf!.verify(authority.publicKey) && leaf!.checkIssued(authority)).toBe(true);
    expect([leaf!.ca, authority.ca]).toEqual([false, true]);
    expect(readFileSync(authorityFile(directory), "utf8")).not.toContain("PRIVATE");
  });

  it("is kept where only this user can read it, with nothing beside it", async () => {
    await make(["example.com"]);
    expect(kept().map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(join(directory, "tls")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(directory, "tls"))).toHaveLength(3);
  });

  it("is used again until 30 days before it ends, in any order of its names", async () => {
    const first = await make(["a.com", "b.com"]);
    expect(first.notAfterMs).toBe(NOW_MS + 365 * DAY_MS);
    expect(await make(["b.com", "a.com", "a.com"], NOW_MS + 334 * DAY_MS)).toEqual(first);
    const next = await make(["a.com", "b.com"], NOW_MS + 335 * DAY_MS);
    expect(next.chain).not.toBe(first.chain);
    expect(next.notAfterMs).toBe(NOW_MS + 700 * DAY_MS);
    expect(kept()).toHaveLength(2);
  });

  it("is another one for other names, by the same authority", async () => {
    await make(["a.com"]);
    const authority = readFileSync(authorityFile(directory), "utf8");
    const { chain } = await make(["b.com"]);
    expect(chain.endsWith(authority)).toBe(true);
    expect(kept()).toHaveLength(3);
  });

  it("is made anew when the clock was wrong when it was made", async () => {
    await make(["a.com"], NOW_MS + 400 * DAY_MS);
    const { notBeforeMs } = await make(["a.com"]);
    expect(notBeforeMs).toBeLessThanOrEqual(NOW_MS);
  });

  it("outlives no authority", async () => {
    await make(["a.com"]);
    const { chain, notAfterMs } = await make(["a.com"], NOW_MS + 3300 * DAY_MS);
    expect(Date.parse(new X509Certificate(readFileSync(authorityFile(directory))).validTo)).toBeGreaterThan(
      notAfterMs,
    );
    expect(chain.endsWith(readFileSync(authorityFile(directory), "utf8"))).toBe(true);
  });

  it.each<[string, (file: string) => void]>([
    ["empty", (file) => writeFileSync(file, "")],
    ["cut off", (file) => truncateSync(file, statSync(file).size - 10)],
    ["cut off in its key", (file) => truncateSync(file, 60)],
    ["garbage", (file) => writeFileSync(file, Buffer.alloc(1000, 0xff))],
    [
      "changed",
      (file) => writeFileSync(file, readFileSync(file, "utf8").replace(/(CERTIFICATE-----\n.{40})./, "$1_")),
    ],
  ])("is made anew when its file, or its authority's, is %s", async (_how, damage) => {
    for (const which of [0, 1]) {
      await make(["a.com"]);
      damage(kept()[which]!);
      const { key, chain } = await make(["a.com"]);
      expect(await make(["a.com"])).toMatchObject({ key, chain });
      const [leaf] = chain.split(/(?<=-----END CERTIFICATE-----\n)/);
      const authority = new X509Certificate(readFileSync(authorityFile(directory)));
      expect(new X509Certificate(leaf!).verify(authority.publicKey)).toBe(true);
    }
  });

  it("is made anew when its key is another one's", async () => {
    await make(["a.com"]);
    const [leaf = "", authority = ""] = kept();
    const [, ownCertificate = ""] = readFileSync(leaf, "utf8").split(/(?=-----BEGIN CERT)/);
    const [otherKey = ""] = readFileSync(authority, "utf8").split(/(?=-----BEGIN CERT)/);
    writeFileSync(leaf, otherKey + ownCertificate);
    const { key, chain } = await make(["a.com"]);
    expect(key).not.toBe(otherKey);
    expect(chain).not.toContain(ownCertificate);
  });

  it("is the same for runs that begin together", async () => {
    const certificates = await Promise.all(Array.from({ length: 5 }, () => make(["a.com"])));
    expect(new Set(certificates.map(({ chain }) => chain)).size).toBe(1);
  });

  it("that can be kept nowhere is refused in one line", async () => {
    const options = { cacheDirectory: "/dev/null/cache" };
    const refused = certificateFor(["a.com"], options);
    await expect(refused).rejects.toThrow(LabError);
    await expect(refused).rejects.toThrow(
      "/dev/null/cache/tls/authority.pem must be a file that can be read and written, got ENOTDIR; remove it",
    );
  });
});
