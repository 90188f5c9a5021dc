import { type AddressInfo, createServer } from "node:net";
import { startHttpsTarget } from "../../local/conformance/https-target";
import { startAnswering, startHttpTarget, startRawTarget, type Target } from "../../local/http/support/lab";
import { labTls } from "../../local/http/support/tls";

/** Starts a server that takes the place of an instance; it is closed after the test. */
export type Server = () => Promise<URL>;

const at = ({ endpoint: { port } }: Pick<Target, "endpoint">) => new URL(`http://127.0.0.1:${port}`);

export const fine: Server = async () => at(await startHttpTarget());

/** Answers its health check with this status, and everything else with 200. */
export function checkedWith(status: number): Server {
  return async () =>
    at(
      await startHttpTarget(({ url }, response) =>
        response.writeHead(url === "/health" ? status : 200).end(),
      ),
    );
}

/** Answers everything with this status. */
export function always(status: number): Server {
  return async () => at(await startHttpTarget((_request, response) => response.writeHead(status).end()));
}

/** Refuses with this status whoever does not ask for `shop.example`. */
export function knowsOneHost(status: number): Server {
  return async () =>
    at(
      await startHttpTarget(({ headers }, response) =>
        response.writeHead(headers.host === "shop.example" ? 200 : status).end(),
      ),
    );
}

/** Never answers. */
export const hanging: Server = async () => at(await startHttpTarget(() => {}));

/** Never answers a request for `/hold`. */
export const hangingPath: Server = async () =>
  at(
    await startHttpTarget(({ url }, response) => {
      if (url !== "/hold") response.end("ok");
    }),
  );

/** Begins an answer in time and does not end it. */
export const unfinished: Server = async () =>
  at(await startAnswering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));

/** Waits for a line of HTTP, whatever else comes. */
export const silent: Server = async () => at(await startRawTarget(() => {}));

/** Closes before it has answered. */
export const closing: Server = async () => at(await startRawTarget((socket) => socket.end()));

export const mail: Server = async () =>
  at(await startRawTarget((socket) => socket.end("220 mail.example ESMTP\r\n")));

/** A TLS port that is asked in plain HTTP. */
export const tlsAskedInHttp: Server = async () => {
  const { port } = await startHttpsTarget((await labTls()).options);
  return new URL(`http://127.0.0.1:${port}`);
};

/** A TLS port without a certificate: no handshake is possible. */
export const withoutCertificate: Server = () => startHttpsTarget({});

/** A port at which nothing listens, because it did a moment ago. */
export const nobody: Server = async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return new URL(`http://127.0.0.1:${port}`);
};
