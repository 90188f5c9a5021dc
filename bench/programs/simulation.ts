import { simulate } from "../../lab/simulation";
import { parseTopology } from "../../lab/topology";

/**
 * Ten minutes at a hundred requests a second, in which a server is killed, a zone lost, a health check slowed and a
 * target taken out; prints the milliseconds of the processor, as
 * there is nothing to wait for. `sticky` as the first argument: with stickiness by cookie.
 */
const isSticky = process.argv[2] === "sticky";
const zones = ["a", "b"];
const servers = ["one", "two", "three", "four"];
const group = {
  name: "web",
  port: 3000,
  protocol: "HTTP",
  vpc_id: "vpc-1",
  deregistration_delay: 30,
  stickiness: [{ enabled: isSticky, type: "lb_cookie", cookie_duration: 3600 }],
  health_check: [{ path: "/health", interval: 10, timeout: 5, healthy_threshold: 2, unhealthy_threshold: 2 }],
};
const each = (names: readonly string[], make: (name: string, index: number) => object) =>
  Object.fromEntries(names.map((name, index) => [name, make(name, index)]));

const json = {
  resource: {
    aws_subnet: each(zones, (zone) => ({ availability_zone: `eu-central-1${zone}` })),
    aws_lb: { main: { name: "main", subnets: zones.map((zone) => `\${aws_subnet.${zone}.id}`) } },
    aws_lb_listener: {
      http: {
        load_balancer_arn: "${aws_lb.main.arn}",
        port: 80,
        protocol: "HTTP",
        default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
      },
    },
    aws_lb_target_group: { web: group },
    aws_instance: each(servers, (name, index) => ({
      subnet_id: `\${aws_subnet.${zones[index % zones.length]}.id}`,
      tags: { Name: name },
    })),
    aws_lb_target_group_attachment: each(servers, (name) => ({
      target_group_arn: "${aws_lb_target_group.web.arn}",
      target_id: `\${aws_instance.${name}.id}`,
    })),
  },
};

const topology = parseTopology(JSON.stringify(json));
const started = process.cpuUsage();
const drill = simulate(topology, { request: "GET http://shop.example.com/", restartSeconds: 2, seed: 7 });
drill.at("1m").kill("one");
drill.at("2m").loseZone("eu-central-1b");
drill.at("4m").restoreZone("eu-central-1b");
drill.at("6m").slowHealth("three", { milliseconds: 6000 });
drill.at("8m").deregister("two");
const { asked, failed } = drill.run("10m");
const { user, system } = process.cpuUsage(started);
if (asked !== 60_000 || failed.count === 0) throw new Error(`asked ${asked}, failed ${failed.count}`);
console.log((user + system) / 1000);
