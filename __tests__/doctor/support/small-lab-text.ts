const USER_DATA = "#!/bin/sh\necho hello\n";

/** What the lab of `makeSmallLab` is declared with, as a stack would be synthesized. */
export function smallLabText(): string {
  const subnet = (availability_zone: string, cidr_block: string) => ({
    vpc_id: "${aws_vpc.shop.id}",
    availability_zone,
    cidr_block,
  });
  const instance = (zone: string, Name: string) => ({
    subnet_id: `\${aws_subnet.${zone}.id}`,
    vpc_security_group_ids: ["${aws_security_group.shop.id}"],
    user_data: USER_DATA,
    tags: { Name },
  });
  const attachment = (name: string) => ({
    target_group_arn: "${aws_lb_target_group.shop.arn}",
    target_id: `\${aws_instance.${name}.id}`,
  });
  return JSON.stringify({
    provider: { aws: [{ region: "ap-northeast-2" }] },
    resource: {
      aws_vpc: { shop: { cidr_block: "10.1.0.0/16" } },
      aws_subnet: {
        a: subnet("ap-northeast-2a", "10.1.0.0/20"),
        c: subnet("ap-northeast-2c", "10.1.16.0/20"),
      },
      aws_internet_gateway: { shop: { vpc_id: "${aws_vpc.shop.id}" } },
      aws_security_group: { shop: { name: "shop", vpc_id: "${aws_vpc.shop.id}", ...httpFromEverywhere } },
      aws_lb: {
        shop: {
          name: "shop",
          subnets: ["${aws_subnet.a.id}", "${aws_subnet.c.id}"],
          security_groups: ["${aws_security_group.shop.id}"],
        },
      },
      aws_lb_target_group: {
        shop: {
          name: "shop",
          port: 3000,
          protocol: "HTTP",
          vpc_id: "${aws_vpc.shop.id}",
          health_check: { path: "/health" },
        },
      },
      aws_lb_listener: {
        http: {
          load_balancer_arn: "${aws_lb.shop.arn}",
          port: 80,
          protocol: "HTTP",
          default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.shop.arn}" }],
        },
      },
      aws_instance: { one: instance("a", "shop-1"), two: instance("c", "shop-2") },
      aws_lb_target_group_attachment: { one: attachment("one"), two: attachment("two") },
    },
  });
}

const httpFromEverywhere = {
  ingress: [{ protocol: "tcp", from_port: 80, to_port: 80, cidr_blocks: ["0.0.0.0/0"] }],
  egress: [{ protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }],
};
