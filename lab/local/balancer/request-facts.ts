import type { Destination, RequestFacts } from "../../alb";
import type { ClientConnection, RequestHead } from "../http";

/** A request as rules look at it. Headers are searched only when a rule asks for one. */
export class ReceivedRequest implements RequestFacts {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly sourceIp: string;
  readonly protocol: "http" | "https";
  readonly port: number;
  readonly #headers: RequestHead["headers"];

  constructor(
    head: RequestHead,
    destination: Destination,
    connection: ClientConnection,
    listener: { readonly protocol: "http" | "https"; readonly port: number },
  ) {
    this.method = head.method;
    this.host = destination.host;
    this.path = destination.path;
    this.query = destination.query;
    this.sourceIp = connection.clientAddress;
    this.protocol = listener.protocol;
    this.port = listener.port;
    this.#headers = head.headers;
  }

  header(name: string): readonly string[] {
    return headerValues(this.#headers, name);
  }
}

/** @param name in lower case */
export function headerValues(headers: RequestHead["headers"], name: string): readonly string[] {
  let values: string[] | undefined;
  for (let index = 0; index < headers.length; index += 2) {
    const candidate = headers[index] as string;
    if (candidate.length === name.length && candidate.toLowerCase() === name) {
      values ??= [];
      values.push(headers[index + 1] as string);
    }
  }
  return values ?? none;
}

const none: readonly string[] = [];
