import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  type SecureContextOptions,
  type TLSSocket,
} from "node:tls";
import type { ListenerTls } from "../../../../lab/local/http";
import { certificateFor } from "../../../../lab/local/tls/certificate-for";
import { RawClient } from "./raw-client";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-http-tls-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A certificate for `lab.test`, and a second one for `other.test`; TLS 1.2 and 1.3. */
export async function labTls(http2 = true): Promise<ListenerTls> {
  const [first, other] = await Promise.all([optionsFor("lab.test"), optionsFor("other.test")]);
  const context = createSecureContext(other);
  return { options: first, contextFor: (name) => (name === "other.test" ? context : undefined), http2 };
}

async function optionsFor(name: string): Promise<SecureContextOptions> {
  const { key, chain } = await certificateFor([name], { cacheDirectory: directory });
  return { key, cert: chain, minVersion: "TLSv1.2" };
}

/** Rejects when the handshake fails. */
export function openTls(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const settings = { host: "127.0.0.1", port, rejectUnauthorized: false, ...options };
    const socket = connect(settings, () => resolve(socket));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("closed")));
  });
}

export async function openTlsClient(port: number, options?: ConnectionOptions): Promise<RawClient> {
  return new RawClient(await openTls(port, options));
}
