import { show } from "../leaf";
import type { EnvironmentService } from "../settings";
import { repeats, rule } from "./rule";

/** Names that the stack uses for parts beside the services. */
const reservedNames = ["access-logs", "alb", "aws", "backend", "destroy", "flow-logs", "network", "url"];

/** Contradictions between services, and between a service's instance type and processor. */
export const serviceRules = [
  // B80
  rule("service-repeated", ["services"], ({ services }) =>
    repeats(services, (a, b) => a.name === b.name).map(
      ({ index, earlier, value }) =>
        `services[${index}].name must differ from services[${earlier}].name, got ${show(value.name)} twice; rename one`,
    ),
  ),
  rule("default-service-missing", ["services"], ({ services }) => [
    !services.some(isDefault) &&
      "services must have one default service, got none; leave out pathPrefix and hosts of one of them",
  ]),
  rule("default-service-repeated", ["services"], ({ services }) => {
    const defaults = services.filter(isDefault).map(({ name }) => show(name));
    return [
      defaults.length > 1 &&
        `services must have one default service, got ${defaults.join(" and ")}; give the others a pathPrefix`,
    ];
  }),
  rule("service-route-repeated", ["services"], ({ services }) => {
    const routed = services
      .map((service, index) => ({ service, index }))
      .filter(({ service }) => !isDefault(service));
    return repeats(routed, (a, b) => takesSameRequests(a.service, b.service)).map(
      ({ earlier, value }) =>
        `services[${value.index}] must take other requests than services[${routed[earlier]?.index}], ` +
        `got ${route(value.service)} for both; change the pathPrefix or the hosts of one`,
    );
  }),
  rule("service-name-reserved", ["services"], ({ services }) =>
    services.map(
      ({ name }, index) =>
        reservedNames.includes(name) &&
        `services[${index}].name must not be the name of another part of the stack, got ${show(name)}; rename it`,
    ),
  ),
  // B80: the servers of the default service are Server-1, Server-2, ...
  rule("server-name-repeated", ["services"], ({ services }) =>
    services.map(
      (service, index) =>
        service.name === "server" &&
        !isDefault(service) &&
        `services[${index}].name must not be "server" with a pathPrefix or hosts, got "server"; the default service's servers are named Server-1, Server-2`,
    ),
  ),
  rule("host-repeated", ["services"], ({ services }) =>
    services.flatMap(({ hosts = [] }, service) =>
      repeats(hosts, (a, b) => a.toLowerCase() === b.toLowerCase()).map(
        ({ index, value }) =>
          `services[${service}].hosts[${index}] must differ from the others, got ${show(value)} again; hosts ignore letter case`,
      ),
    ),
  ),
  // R9, N31: the path pattern holds one wildcard
  rule("too-many-wildcards", ["services"], ({ services }) =>
    services.map(({ hosts = [], pathPrefix }, index) => {
      const wildcards = hosts.join("").replace(/[^*?]/g, "").length + (pathPrefix === undefined ? 0 : 1);
      return (
        wildcards > 6 &&
        `services[${index}].hosts must hold at most 6 wildcards with the one of the path, got ${wildcards}; AWS allows no more in a rule`
      );
    }),
  ),
  // N26
  rule("too-many-targets", ["services"], ({ services }) => {
    const instances = services.reduce((sum, service) => sum + service.instances, 0);
    return [
      instances > 1000 &&
        `services must have at most 1000 instances in all, got ${instances}; AWS allows 1000 targets on a load balancer`,
    ];
  }),
  rule("instance-type-of-other-architecture", ["services"], ({ services }) =>
    services.map(({ instanceType, architecture }, index) => {
      const actual = processorOf(instanceType);
      return (
        actual !== architecture &&
        `services[${index}].architecture must be ${actual} for ${instanceType}, got ${show(architecture)}; change one of them`
      );
    }),
  ),
];

function isDefault({ pathPrefix, hosts }: Pick<EnvironmentService, "pathPrefix" | "hosts">): boolean {
  return pathPrefix === undefined && hosts === undefined;
}

function takesSameRequests(a: EnvironmentService, b: EnvironmentService): boolean {
  if (a.pathPrefix !== b.pathPrefix) return false;
  if (a.hosts === undefined || b.hosts === undefined) return a.hosts === b.hosts;
  const hostsOfA = a.hosts.map((host) => host.toLowerCase());
  return b.hosts.some((host) => hostsOfA.includes(host.toLowerCase()));
}

function route({ pathPrefix, hosts }: EnvironmentService): string {
  return pathPrefix === undefined ? (hosts ?? []).join(", ") : show(pathPrefix);
}

/** Graviton families carry a g right after their generation (t4g, m7gd, im4gn); a1 was the first. */
function processorOf(instanceType: string): "arm64" | "x86_64" {
  return /^(a1|[a-z]+\d+g[a-z]*)(-[a-z0-9]+)?\./.test(instanceType) ? "arm64" : "x86_64";
}
