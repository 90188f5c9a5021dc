import { Testing } from "cdktf";
import type { Assertions, meanings as all, Meaning } from "./meanings";
import { meanings } from "./meanings";

/** The same meaning in the words that cdktf has for it: resources of a type with these properties are there. */
export function stockAssertions(environment: keyof typeof all): Assertions {
  const meaning: Meaning = meanings[environment];
  return { ...routes(meaning), ...targets(meaning), ...ways(meaning), ...safety(meaning) };
}

function has(stack: string, type: string, properties: object): void {
  if (!Testing.toHaveResourceWithProperties(stack, type, properties))
    throw new Error(`no ${type} has ${JSON.stringify(properties)}`);
}

function counted(stack: string, type: string, count: number): void {
  const found = Object.keys(JSON.parse(stack).resource?.[type] ?? {}).length;
  if (found !== count) throw new Error(`must have ${count} ${type}, got ${found}`);
}

function routes({ scheme, services, tlsPolicy }: Meaning): Assertions {
  const isHttps = scheme === "https";
  return {
    "every other request goes to web": (stack) => {
      counted(stack, "aws_lb_listener", isHttps ? 2 : 1);
      counted(stack, "aws_lb_listener_rule", services.length - 1);
      has(stack, "aws_lb_listener", {
        port: isHttps ? 443 : 80,
        protocol: isHttps ? "HTTPS" : "HTTP",
        ...(tlsPolicy && { ssl_policy: tlsPolicy }),
        default_action: [{ type: "forward" }],
      });
    },
    ...(services.includes("api") && {
      "requests below /api go to api": (stack) => {
        has(stack, "aws_lb_listener_rule", {
          condition: [{ path_pattern: { values: ["/api", "/api/*"] } }],
          action: [{ type: "forward" }],
        });
      },
    }),
    ...(isHttps && {
      "plain HTTP is redirected for good": (stack) => {
        const redirect = { protocol: "HTTPS", port: "443", status_code: "HTTP_301" };
        has(stack, "aws_lb_listener", { port: 80, default_action: [{ type: "redirect", redirect }] });
      },
    }),
  };
}

function targets({ services, serversOf }: Meaning): Assertions {
  return {
    "each service has two servers": (stack) => {
      counted(stack, "aws_instance", 2 * services.length);
      counted(stack, "aws_lb_target_group_attachment", 2 * services.length);
      for (const server of services.flatMap((service) => serversOf[service]))
        if (!stack.includes(`-${server}"`)) throw new Error(`must have ${server}`);
      has(stack, "aws_lb_target_group_attachment", { port: 3000 });
    },
    "target groups are checked at /health of port 3000": (stack) => {
      counted(stack, "aws_lb_target_group", services.length);
      has(stack, "aws_lb_target_group", {
        port: 3000,
        protocol: "HTTP",
        health_check: {
          path: "/health",
          port: "traffic-port",
          protocol: "HTTP",
          matcher: "200",
          interval: 15,
          timeout: 5,
          healthy_threshold: 2,
          unhealthy_threshold: 2,
        },
      });
    },
  };
}

function ways({ scheme, services }: Meaning): Assertions {
  return {
    "only what is needed is open": (stack) => {
      const listeners = scheme === "https" ? [80, 443] : [80];
      counted(stack, "aws_vpc_security_group_ingress_rule", listeners.length + services.length);
      counted(stack, "aws_vpc_security_group_egress_rule", 2 * services.length);
      for (const port of listeners)
        has(stack, "aws_vpc_security_group_ingress_rule", {
          cidr_ipv4: "0.0.0.0/0",
          ip_protocol: "tcp",
          from_port: port,
          to_port: port,
        });
      for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"])
        has(stack, type, { ip_protocol: "tcp", from_port: 3000, to_port: 3000 });
      has(stack, "aws_lb", { internal: false, load_balancer_type: "application" });
    },
  };
}

function safety({ delaySeconds }: Meaning): Assertions {
  return {
    "a server that leaves has its time": (stack) => {
      has(stack, "aws_lb_target_group", { deregistration_delay: `${delaySeconds}` });
    },
  };
}
