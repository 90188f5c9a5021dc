/** Ports that each side admits; 80 for clients and 3000 for targets unless said otherwise. */
interface Admitted {
  /** Of the listener, for everybody. */
  readonly clients?: readonly number[];
  /** That the load balancer is let out to. */
  readonly out?: readonly number[];
  /** Of targets, for the load balancer. */
  readonly target?: readonly number[];
}

const alb = "${aws_security_group.alb.id}";
const servers = "${aws_security_group.servers.id}";

/** A security group of the load balancer, `alb`, and one of the instance `one`, with a rule for every port. */
export function securityGroups({ clients = [80], out = [3000], target = [3000] }: Admitted) {
  return {
    aws_security_group: { alb: { name: "alb" }, servers: { name: "servers" } },
    aws_vpc_security_group_ingress_rule: {
      ...rules("clients", clients, { security_group_id: alb, cidr_ipv4: "0.0.0.0/0" }),
      ...rules("target", target, { security_group_id: servers, referenced_security_group_id: alb }),
    },
    aws_vpc_security_group_egress_rule: rules("out", out, {
      security_group_id: alb,
      referenced_security_group_id: servers,
    }),
    aws_instance: {
      one: {
        subnet_id: "${aws_subnet.eu-central-1a.id}",
        tags: { Name: "one" },
        vpc_security_group_ids: [servers],
      },
    },
  };
}

function rules(name: string, ports: readonly number[], rule: object): Readonly<Record<string, object>> {
  return Object.fromEntries(
    ports.map((port) => [`${name}-${port}`, { ...rule, ip_protocol: "tcp", from_port: port, to_port: port }]),
  );
}
