import "../../lab/testing";
import { type Assertions, type Meaning, meanings } from "./meanings";

const api = ["/api", "/api/users/7?page=2"];
const paths = ["/", "/shop/cart?id=1", "/apis", "/API"];

/** What the environments mean, as sentences of this project. */
export function ourAssertions(environment: keyof typeof meanings): Assertions {
  const meaning = meanings[environment];
  return { ...routes(meaning), ...targets(meaning), ...ways(meaning), ...safety(meaning) };
}

function routes({ scheme, services, tlsPolicy }: Meaning): Assertions {
  const from = { sourceIp: "203.0.113.10" };
  const requests = (asked: readonly string[]) =>
    asked.flatMap((path) => [
      `GET ${scheme}://lab.example.com${path}`,
      `POST ${scheme}://shop.example.com${path}`,
    ]);
  const listener = scheme === "https" ? 443 : 80;
  return {
    "every other request goes to web": (stack) => {
      for (const request of requests(services.includes("api") ? paths : [...paths, ...api]))
        expect(stack)
          .toRoute(request, from)
          .to("web")
          .over({ listener, ...(tlsPolicy && { tlsPolicy }) });
    },
    ...(services.includes("api") && {
      "requests below /api go to api": (stack) => {
        for (const request of requests(api)) expect(stack).toRoute(request, from).to("api");
      },
    }),
    ...(scheme === "https" && {
      "plain HTTP is redirected for good": (stack) => {
        expect(stack)
          .toRoute("GET http://lab.example.com/shop?id=1", from)
          .to({ redirect: "https://lab.example.com/shop?id=1", status: 301 });
      },
    }),
  };
}

function targets({ services, serversOf }: Meaning): Assertions {
  return Object.fromEntries(
    services.flatMap((service) => [
      [
        `${service} has a server in each of two zones`,
        (stack) => {
          expect(stack).toHaveTargets(service, { total: 2, perZone: 1 });
          expect(stack).toRunServers(service, serversOf[service]);
        },
      ],
      [
        `the servers of ${service} listen on port 3000 and answer /health`,
        (stack) => {
          for (const server of serversOf[service]) {
            expect(stack).toRunFile(server, "server.env", /^PORT="3000"$/m);
            expect(stack).toRunFile(server, "server.env", /^HEALTH_PATH="\/health"$/m);
          }
        },
      ],
      [
        `${service} is checked at /health of port 3000`,
        (stack) => {
          expect(stack).toHaveHealthCheck(service, {
            protocol: "HTTP",
            path: "/health",
            port: 3000,
            matcher: "200",
          });
        },
      ],
      [
        `a server of ${service} that dies or comes back is noticed soon`,
        (stack) => {
          expect(stack).toNoticeDeathWithin(service, 35);
          expect(stack).toBecomeHealthyWithin(service, 30);
        },
      ],
    ]),
  ) as Assertions;
}

function ways({ scheme, services }: Meaning): Assertions {
  const ports = scheme === "https" ? [80, 443] : [80];
  return {
    "clients reach the load balancer, it reaches the servers, they reach HTTPS, and nothing else is open": (
      stack,
    ) => {
      expect(stack).toAllowOnly([
        ...ports.map((port) => ({ from: "internet", to: "alb", port })),
        ...services.map((service) => ({ from: "alb", to: service, port: 3000 })),
        { from: "servers", to: "internet", port: 443 },
      ]);
    },
  };
}

function safety({ except, delaySeconds }: Meaning): Assertions {
  return {
    "nothing is refused, and nothing will bite that is not known": (stack) => {
      expect(stack).toHaveNoDefects({ except });
    },
    "a server that leaves has its time": (stack) => {
      const groups = JSON.parse(stack).resource.aws_lb_target_group as Record<
        string,
        { deregistration_delay: string }
      >;
      for (const group of Object.values(groups)) expect(group.deregistration_delay).toBe(`${delaySeconds}`);
    },
  };
}
