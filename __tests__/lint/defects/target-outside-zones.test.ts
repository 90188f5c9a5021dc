import { targetOutsideZones } from "../../../lab/lint/defects/target-outside-zones";
import { findIn, linesIn } from "../support/find";
import { subnetElsewhere } from "../support/scaling";
import type { Shape } from "../support/shop";

const movedTo = (settings: Shape) => (resource: Shape) => {
  subnetElsewhere(resource);
  Object.assign(resource.aws_instance.web, settings);
};

it("refuses an instance in a zone that the load balancer is not in [U15, H26]", () => {
  expect(linesIn(targetOutsideZones, movedTo({ subnet_id: "${aws_subnet.c.id}" }))).toEqual([
    "aws_lb_target_group_attachment.web: the target must be in a zone of the load balancer, eu-west-1a or eu-west-1b, " +
      'got "eu-west-1c"; move the target, or add a subnet of its zone to subnets of the load balancer',
  ]);
});

it("knows the zone of an instance that names it itself, and that an address is registered with", () => {
  const own = movedTo({ subnet_id: null, availability_zone: "eu-west-1c" });
  expect(findIn(targetOutsideZones, own)).toHaveLength(1);
  const address = (availability_zone: string) => (resource: Shape) => {
    resource.aws_lb_target_group.web.target_type = "ip";
    Object.assign(resource.aws_lb_target_group_attachment.web, { target_id: "10.0.9.9", availability_zone });
  };
  expect(findIn(targetOutsideZones, address("eu-west-1c"))).toHaveLength(1);
  expect(findIn(targetOutsideZones, address("all"))).toEqual([]);
});

it("is silent about another subnet of a zone that is enabled", () => {
  const beside = (resource: Shape) => {
    movedTo({ subnet_id: "${aws_subnet.c.id}" })(resource);
    resource.aws_subnet.c.availability_zone = "eu-west-1a";
  };
  expect(findIn(targetOutsideZones, beside)).toEqual([]);
});

it.each<[string, (resource: Shape) => void]>([
  ["the zone of the instance is not known", movedTo({ subnet_id: "${var.subnet}" })],
  [
    "a zone of the load balancer is not known",
    (resource) => {
      movedTo({ subnet_id: "${aws_subnet.c.id}" })(resource);
      resource.aws_subnet.b.availability_zone = "${var.zone}";
    },
  ],
  [
    "nobody uses the group",
    (resource) => {
      movedTo({ subnet_id: "${aws_subnet.c.id}" })(resource);
      resource.aws_lb_listener.http.default_action = [
        { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "404" } },
      ];
    },
  ],
])("is silent where %s", (_, change) => {
  expect(findIn(targetOutsideZones, change)).toEqual([]);
});
