import { isIP } from "node:net";
import { askedRequest, type FollowedRequest, findLoadBalancer, followRequest } from "../../alb";
import { CannotJudge } from "../cannot-judge";
import { type Received, readReceived } from "../received/read-received";
import { assertKeys, shown } from "../words";
import type { RouteOptions } from "./expected";

/** A request, as it is followed through an input. */
export interface Asked extends FollowedRequest {
  /** Such as `GET http://shop.example.com/api`. */
  readonly request: string;
  readonly received: Received;
}

const options = ["sourceIp", "headers", "loadBalancer", "stack"] as const;

/** @param request method and URL, such as `GET https://shop.example.com/api/users` */
export function ask(given: unknown, request: string, how: RouteOptions = {}): Asked {
  assertKeys(how, options, "toRoute");
  const received = readReceived(given, { stack: how.stack });
  const loadBalancer = findLoadBalancer(received.topology, how.loadBalancer, {
    input: received.name,
    option: "loadBalancer",
  });
  const [method, url] = partsOf(request);
  const { sourceIp } = how;
  if (sourceIp !== undefined && isIP(sourceIp) === 0)
    throw new CannotJudge(`sourceIp: must be an IP address, such as 203.0.113.10, got ${shown(sourceIp)}`);
  const header = Object.entries(how.headers ?? {}).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => [name, String(value)]),
  );
  const asked = askedRequest(method, url, { header, ...(sourceIp !== undefined && { sourceIp }) });
  return { request, received, ...followRequest(received.topology, loadBalancer, asked) };
}

function partsOf(request: string): readonly [method: string, url: string] {
  const [method, url, ...rest] = typeof request === "string" ? request.trim().split(/ +/) : [];
  if (method !== undefined && url !== undefined && rest.length === 0) return [method, url];
  throw new CannotJudge(
    `toRoute: must be given a method and a URL, such as "GET http://shop.example.com/api", got ${shown(request)}`,
  );
}
