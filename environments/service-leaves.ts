import { z } from "zod";
import { judged, must, oneOf, shape, show, text, wholeNumber } from "./leaf";

const name = text(
  /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
  "1 to 40 lower-case letters, digits or inner hyphens, a letter first",
  "it becomes part of server names and tags",
);

const instanceSize = "(nano|micro|small|medium|large|\\d{0,3}xlarge|metal(-\\d+xl)?)";
const instanceType = text(
  new RegExp(`^[a-z]+[0-9]+[a-z]*(-[a-z0-9]+)?\\.${instanceSize}$`),
  "an EC2 instance type of the form family.size",
  "t3.micro or t4g.micro is enough for the lab",
);

const imageId = text(
  /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/,
  'a machine image: "ami-" and 17 hex digits',
  "leave it out for the newest Amazon Linux 2023",
);

/** Host values of a rule: the form that AWS accepts, with letters after the last dot. // R20, B32 */
const host = text(
  /^(?=.{1,128}$)[A-Za-z0-9.*?-]+\.[A-Za-z*?]+$/,
  "a host name of at most 128 characters with a dot and letters after the last dot",
  "write it as api.example.com or *.example.com",
);
const hostList = must("a list of 1 to 3 host names", "AWS allows 5 values in a rule, and the path takes two");

/** `/api` becomes the patterns `/api` and `/api/*`, and AWS allows a pattern 128 characters. // R21, B26, B28 */
const pathPrefix = judged((got) => {
  if (typeof got !== "string" || !got.startsWith("/")) {
    return `must start with "/", got ${show(got)}; write it as /api`;
  }
  if (got === "/") return 'must name a path below "/", got "/"; leave it out for the default service';
  if (got.length > 126) return `must be at most 126 characters, got ${got.length}; shorten it`;
  if (got.endsWith("/"))
    return `must not end in "/", got ${show(got)}; write ${got.replace(/\/+$/, "") || "/api"}`;
  if (!/^(\/[A-Za-z0-9_.~-]+)+$/.test(got) || /\/\.{1,2}(\/|$)/.test(got)) {
    return `must be a normal absolute path, got ${show(got)}; use letters, digits and - _ . ~ between slashes`;
  }
  return undefined;
});

const serviceKeys = shape({
  name,
  instances: wholeNumber(1, 1000, "give at least one; AWS's quota is 1000 targets").default(2),
  port: wholeNumber(1, 65535, "give the port on which the server listens; the lab's is 3000").default(3000),
  pathPrefix: pathPrefix.optional(),
  hosts: z
    .array(host, { error: hostList })
    .min(1, { error: hostList })
    .max(3, { error: hostList })
    .optional(),
  priority: wholeNumber(1, 50_000, "below 1000 comes before the assigned ones, above 49000 after").optional(),
  instanceType: instanceType.optional(),
  architecture: oneOf(["x86_64", "arm64"]).default("x86_64"),
  imageId: imageId.optional(),
});

/** The smallest current type of the architecture, unless one is named. */
const service = serviceKeys.transform((given) => ({
  ...given,
  instanceType: given.instanceType ?? (given.architecture === "arm64" ? "t4g.micro" : "t3.micro"),
}));

/** A load balancer's security group takes 60 outbound rules, one for each service. // N34 */
const serviceList = must(
  "a list of 1 to 60 services",
  "AWS allows 60 outbound rules in the load balancer's group",
);
export const services = z
  .array(service, { error: serviceList })
  .min(1, { error: serviceList })
  .max(60, { error: serviceList });

const seconds = (min: number, max: number, of: string) => wholeNumber(min, max, `give ${of} in seconds`);

/** AWS's ranges. // H3-H7, B39, B42 */
export const healthCheck = shape({
  intervalSeconds: seconds(5, 300, "the time between two probes").default(15),
  timeoutSeconds: seconds(2, 120, "the time a probe may take").default(5),
  healthyThreshold: wholeNumber(2, 10, "give the successes in a row that make a target healthy").default(2),
  unhealthyThreshold: wholeNumber(2, 10, "give the failures in a row that make a target unhealthy").default(
    2,
  ),
  path: text(
    /^\/[\x21-\x7e]{0,1023}$/,
    'a path of at most 1024 characters that starts with "/" and holds no spaces',
    "the server answers /health",
  ).default("/health"),
});
