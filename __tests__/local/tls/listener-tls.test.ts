import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectionOptions, connect, createServer, type Server } from "node:tls";
import { authorityFile, type DeclaredTls, listenerTls } from "../../../lab/local/tls";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-listener-tls-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A TLS server as a listener makes it; gives its port. */
async function serve(declared: DeclaredTls): Promise<number> {
  const tls = await listenerTls(declared, { http2: true, cacheDirectory: directory });
  const server = createServer({
    ...tls.options,
    SNICallback: (name, done) => done(null, tls.contextFor?.(name)),
  });
  server.on("secureConnection", (socket) => socket.end());
  server.on("tlsClientError", () => {});
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

interface Seen {
  readonly version: string | null;
  readonly names: string | undefined;
}

/** What a client sees that trusts the local authority. */
async function handshake(port: number, options: ConnectionOptions = {}): Promise<Seen> {
  const socket = connect({ port, host: "127.0.0.1", ca: readFileSync(authorityFile(directory)), ...options });
  await once(socket, "secureConnect");
  const seen = { version: socket.getProtocol(), names: socket.getPeerCertificate().subjectaltname };
  socket.destroy();
  return seen;
}

const declared: DeclaredTls = {
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  certificates: [["example.com", "*.example.com"], ["other.com"], [], ["example.com", "third.com"]],
};

describe("TLS of a listener", () => {
  it.each([
    ["example.com", "DNS:example.com"],
    ["www.example.com", "DNS:*.example.com"],
    ["localhost", "DNS:localhost"],
    ["other.com", "DNS:other.com"],
    ["third.com", "DNS:third.com"],
  ])("gives a client that trusts the authority a certificate for %s", async (servername, name) => {
    const { names } = await handshake(await serve(declared), { servername });
    expect(names?.split(", ")).toContain(name);
  });

  it("gives the default certificate without a name and for a name that nobody knows [R2, P-64]", async () => {
    const port = await serve(declared);
    const { names } = await handshake(port);
    expect(names).toContain("DNS:*.example.com");
    expect(names).toContain("IP Address:127.0.0.1");
    const wrong = { servername: "unknown.net", checkServerIdentity: () => undefined };
    expect((await handshake(port, wrong)).names).toBe(names);
  });

  it("has a certificate for this machine where the declared names are unknown", async () => {
    const port = await serve({ ...declared, certificates: [] });
    expect((await handshake(port)).names).toContain("DNS:localhost");
  });

  it.each([
    ["ELBSecurityPolicy-2016-08", ["TLSv1", "TLSv1.1", "TLSv1.2"]],
    ["ELBSecurityPolicy-TLS13-1-1-2021-06", ["TLSv1.1", "TLSv1.2", "TLSv1.3"]],
    ["ELBSecurityPolicy-TLS13-1-2-2021-06", ["TLSv1.2", "TLSv1.3"]],
    ["ELBSecurityPolicy-TLS13-1-3-2021-06", ["TLSv1.3"]],
    ["ELBSecurityPolicy-FS-1-2-2019-08", ["TLSv1.2"]],
  ])("refuses every version that %s does not speak [N73, P-64]", async (sslPolicy, spoken) => {
    const port = await serve({ ...declared, sslPolicy });
    for (const version of ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const) {
      for (const servername of ["example.com", "other.com"]) {
        const one = { minVersion: version, maxVersion: version, ciphers: "DEFAULT:@SECLEVEL=0", servername };
        if (spoken.includes(version)) expect(await handshake(port, one)).toMatchObject({ version });
        else await expect(handshake(port, one)).rejects.toThrow(/protocol version|alert/i);
      }
    }
  });
});
