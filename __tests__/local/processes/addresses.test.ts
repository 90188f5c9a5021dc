import { createServer, type Server } from "node:net";
import { type CanBind, createAddresses } from "../../../lab/local/processes/addresses";

/** A system on which only these can be bound; what is asked for with port 0 gets the numbers from 50001 up. */
function system(isFree: (host: string, port: number) => boolean): CanBind {
  let next = 50_000;
  return async (host, port) => {
    if (!isFree(host, port)) return undefined;
    if (port !== 0) return port;
    next += 1;
    return next;
  };
}

const plain = ({ host, ports }: { host: string; ports: ReadonlyMap<number, number> }) => [host, ...ports];

describe("addresses of targets", () => {
  it("are one for each target in the order of the calls, with the ports' own numbers", async () => {
    const addresses = createAddresses(system(() => true));
    const placements = await Promise.all(
      [[3000], [3000, 9000], [3000]].map((ports) => addresses.claim(ports)),
    );
    expect(placements.map(plain)).toEqual([
      ["127.0.0.11", [3000, 3000]],
      ["127.0.0.12", [3000, 3000], [9000, 9000]],
      ["127.0.0.13", [3000, 3000]],
    ]);
  });

  it("are used again once released", async () => {
    const addresses = createAddresses(system(() => true));
    const first = await addresses.claim([3000]);
    await addresses.claim([3000]);
    addresses.release(first);
    expect((await addresses.claim([3000])).host).toBe("127.0.0.11");
  });

  it("skip those where another program has the port", async () => {
    const addresses = createAddresses(system((host, port) => !(host === "127.0.0.11" && port === 3000)));
    expect(plain(await addresses.claim([3000]))).toEqual(["127.0.0.12", [3000, 3000]]);
  });

  it("get other ports where a program has the port on all addresses, or the user may not have it", async () => {
    const addresses = createAddresses(system((_host, port) => port !== 80));
    const { host, ports } = await addresses.claim([80, 3000]);
    expect([host, ports.get(3000)]).toEqual(["127.0.0.11", 3000]);
    expect(ports.get(80)).toBeGreaterThan(50_000);
    expect(plain(await addresses.claim([80]))[0]).toBe("127.0.0.12");
  });

  it("are shared with mapped ports where the system has only one", async () => {
    const addresses = createAddresses(system((host) => host === "127.0.0.1"));
    const placements = await Promise.all([[3000], [3000, 9000], []].map((ports) => addresses.claim(ports)));
    expect(placements.map(plain)).toEqual([
      ["127.0.0.1", [3000, 3000]],
      ["127.0.0.1", [3000, 50_002], [9000, 9000]],
      ["127.0.0.1"],
    ]);
  });

  it("that nothing can be bound on are refused in one line", async () => {
    const addresses = createAddresses(system(() => false));
    await expect(addresses.claim([3000])).rejects.toThrow(
      "127.0.0.1 must have a free port, got none; close other programs",
    );
    await expect(addresses.claim([3000])).rejects.toThrow("must have a free port");
  });

  it("leave a port alone that a real program listens on", async () => {
    const server = await listen();
    const { port } = server.address() as { port: number };
    const { host, ports } = await createAddresses().claim([port]);
    expect(ports.get(port)).not.toBe(port);
    expect(host).toMatch(/^127\.0\.0\.\d+$/);
    server.close();
  });
});

/** On all addresses. */
function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen({ host: "0.0.0.0", port: 0 }, () => resolve(server));
  });
}
