import { type AddressInfo, createServer } from "node:net";

/** A port with the smallest backlog, in a process of its own, so that it can be stopped before it accepts. */
const server = createServer();
server.listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on("disconnect", () => process.exit());
