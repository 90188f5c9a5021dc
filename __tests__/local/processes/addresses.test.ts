import { type AddressInfo, createServer, type Server } from "node:net";
import { createAddresses, type Placement } from "../../../lab/local/processes/addresses";
import { type TakePort, takePort } from "../../../lab/local/processes/take-port";

/** A system on which only these can be listened on; what is asked for with port 0 gets the numbers from 50001 up. */
function system(isFree: (host: string, port: number) => boolean): TakePort {
  const taken = new Set<string>();
  let next = 50_000;
  return async (host, asked) => {
    if (!isFree(host, asked)) return undefined;
    if (asked === 0) next += 1;
    const port = asked === 0 ? next : asked;
    const place = `${host}:${port}`;
    if (taken.has(place)) return undefined;
    taken.add(place);
    return { port, release: () => taken.delete(place) };
  };
}

const plain = ({ host, ports }: Placement) => [host, ...ports];

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
    first.release();
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

  it("of runs that begin together never meet", async () => {
    const free = await listen();
    const { port } = free.address() as AddressInfo;
    free.close();
    const placements = await Promise.all(Array.from({ length: 8 }, () => createAddresses().claim([port])));
    const places = placements.map(({ host, ports }) => `${host}:${ports.get(port)}`);
    expect(new Set(places).size).toBe(8);
    for (const placement of placements) placement.release();
  });

  it("leave a port alone that another program listens on", async () => {
    const server = await listen();
    const { port } = server.address() as AddressInfo;
    const placement = await createAddresses().claim([port]);
    expect(placement.ports.get(port)).not.toBe(port);
    expect(placement.host).toMatch(/^127\.0\.0\.\d+$/);
    placement.release();
    server.close();
  });

  it("can be listened on while they are held, and taken again once they are not", async () => {
    const hold = await takePort("127.0.0.1", 0);
    const { port } = hold!;
    const server = await listen(port);
    expect(await takePort("127.0.0.1", port)).toBeUndefined();
    await new Promise((resolve) => server.close(resolve));
    expect(await takePort("127.0.0.1", port)).toBeUndefined();
    hold!.release();
    const again = await takePort("127.0.0.1", port);
    expect(again?.port).toBe(port);
    again!.release();
  });

  it("that are not this machine's cannot be taken", async () => {
    expect(await takePort("192.0.2.1", 0)).toBeUndefined();
    expect(await takePort("192.0.2.1", 3000)).toBeUndefined();
  });
});

/** On all addresses. */
function listen(port = 0): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen({ host: "0.0.0.0", port }, () => resolve(server));
  });
}
