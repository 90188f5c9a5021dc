import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { closeAll, startHttpTarget, startLab, startRawTarget } from "./support/lab";
import { labTls, openTls, openTlsClient } from "./support/tls";

afterEach(closeAll);

const GET = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";

describe("an HTTPS listener", () => {
  it("serves HTTP/1.1, and says what was agreed [P20]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const client = await openTlsClient(lab.listener.port, {
      ALPNProtocols: ["http/1.1"],
      servername: "lab.test",
    });
    const answers = await client.send(GET + GET).answers(2);
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, "ok"],
      [200, "ok"],
    ]);
    expect(lab.journal.connections[0]).toEqual({
      clientAddress: "127.0.0.1",
      clientPort: expect.any(Number),
      tls: { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", serverName: "lab.test" },
    });
  });

  it.each([
    ["the name asked for", "other.test", "other.test"],
    ["an unknown name gets the default one", "unknown.test", "lab.test"],
    ["no name gets the default one", "", "lab.test"],
  ])("certificate: %s [P-64]", async (_name, servername, expected) => {
    const lab = await startLab([], { tls: await labTls() });
    const socket = await openTls(lab.listener.port, { servername });
    expect(socket.getPeerCertificate().subjectaltname).toContain(expected);
    socket.destroy();
  });

  it.each(["TLSv1", "TLSv1.1"] as const)("refuses the handshake of %s [P-64]", async (maxVersion) => {
    const lab = await startLab([], { tls: await labTls() });
    const old = { minVersion: maxVersion, maxVersion, ciphers: "DEFAULT@SECLEVEL=0" } as const;
    await expect(openTls(lab.listener.port, old)).rejects.toThrow();
    while (lab.listener.connections > 0) await new Promise(setImmediate);
    const client = await openTlsClient(lab.listener.port);
    expect((await client.send(GET.replace("/", "/fixed")).answers(1))[0]?.body).toBe("fixed");
  });

  it("answers plain HTTP with 400 and closes [P-64]", async () => {
    const lab = await startLab([], { tls: await labTls() });
    const client = await lab.client();
    const received = await client.send(GET).closed();
    expect(received).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(received).toContain("Connection: close");
    expect(lab.journal.refused).toEqual([{ failure: "malformed-request", status: 400, head: GET }]);
  });

  it("closes a connection whose handshake does not come, and one with nonsense in it [P-64]", async () => {
    const lab = await startLab([], { tls: await labTls(), timeouts: { headMs: 50 } });
    const silent = await lab.client();
    const nonsense = await lab.client();
    const half = await lab.client();
    nonsense.send("\x16\x03\x01\x00\x05hello-this-is-no-handshake");
    half.send("\x16\x03\x01");
    await Promise.all([silent.closed(), nonsense.closed(), half.closed()]);
    while (lab.listener.connections > 0) await new Promise(setImmediate);
  });

  it("breaks off a truncated answer without a proper end [P-08]", async () => {
    const target = await startRawTarget((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", () => socket.resetAndDestroy());
    });
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const client = await openTlsClient(lab.listener.port);
    expect(await client.send(GET).closed()).not.toMatch(/\r\n\r\n.{10}/s);
  });
});

describe("HTTPS to targets", () => {
  it("does not look at the certificate [P32]", async () => {
    const { options } = await labTls();
    const server = createServer(options, (socket) => {
      socket.on("error", () => {});
      socket.on("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const lab = await startLab([{ key: "tls", host: "127.0.0.1", port, tls: true }]);
    const client = await lab.client();
    const answers = await client.send(GET + GET).answers(2);
    expect(answers.map(({ body }) => body)).toEqual(["ok", "ok"]);
    expect(lab.targets.opened).toBe(1);
    lab.targets.closeAll();
    server.close();
  });

  it("is 502 when the target speaks no TLS [E502]", async () => {
    const target = await startRawTarget((socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const lab = await startLab([{ ...target.endpoint, tls: true }]);
    const client = await lab.client();
    expect((await client.send(GET).answers(1))[0]?.status).toBe(502);
    expect((await lab.journal.ends(1))[0]?.end.failure).toBe("target-tls");
  });

  it("is 504 when the handshake takes too long [P29, E504]", async () => {
    const target = await startRawTarget(() => {});
    const lab = await startLab([{ ...target.endpoint, tls: true }], { timeouts: { targetTlsMs: 50 } });
    const client = await lab.client();
    expect((await client.send(GET).answers(1))[0]?.status).toBe(504);
    expect(lab.targets.count()).toBe(0);
  });
});
