import fc from "fast-check";
import { covers, overlap, subtract, unite } from "../../../lab/reach/sets/intervals";
import {
  EVERYTHING,
  protocolNumber,
  renderServices,
  serviceRanges,
  servicesOf,
} from "../../../lab/reach/sets/services";

const ports = fc.integer({ min: 0, max: 65_535 });

it("keeps the ports of protocols apart, and has each of them in all traffic", () => {
  fc.assert(
    fc.property(fc.constantFrom(6, 17), ports, ports, ports, (protocol, from, to, port) => {
      const range = servicesOf(protocol, from, to);
      expect(overlap(range, servicesOf(protocol, port, port))).toBe(from <= port && port <= to);
      expect(overlap(range, servicesOf(23 - protocol, 0, 65_535))).toBe(false);
      expect(covers(EVERYTHING, range)).toBe(true);
    }),
  );
});

it("comes back from ranges as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(6, 17), ports, ports), { maxLength: 4 }), (rules) => {
      const set = unite(...rules.map(([protocol, from, to]) => servicesOf(protocol, from, to)));
      const again = serviceRanges(set).map(({ protocol, fromPort, toPort }) =>
        servicesOf(protocolNumber(protocol) ?? -2, fromPort, toPort),
      );
      expect(unite(...again)).toEqual(set);
    }),
  );
});

it("takes type and code of ICMP for what ports are elsewhere, and any code for -1", () => {
  const ping = servicesOf(1, 8, 0);
  expect(covers(servicesOf(1, 8, -1), ping)).toBe(true);
  expect(covers(servicesOf(1, -1, -1), ping)).toBe(true);
  expect(overlap(servicesOf(1, 3, -1), ping)).toBe(false);
  expect(overlap(servicesOf(58, 8, 0), ping)).toBe(false);
});

it("pays no attention to ports of protocols that have none", () => {
  expect(servicesOf(47, 80, 80)).toEqual(servicesOf(47, 0, 0));
});

it("says what it is as a person would", () => {
  const all = servicesOf(6, 0, 65_535);
  expect(renderServices(servicesOf(6, 443, 443))).toBe("tcp 443");
  expect(renderServices(unite(servicesOf(6, 80, 80), servicesOf(17, 53, 60)))).toBe("tcp 80, udp 53-60");
  expect(renderServices(all)).toBe("all tcp ports");
  expect(renderServices(EVERYTHING)).toBe("all traffic");
  expect(renderServices(servicesOf(1, 8, 0))).toBe("icmp type 8");
  expect(renderServices(subtract(all, servicesOf(6, 443, 443)))).toBe("tcp 0-442, tcp 444-65535");
  expect(renderServices([])).toBe("nothing");
});
