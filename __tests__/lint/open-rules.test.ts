import { lint } from "../../lab/lint";
import { sshOpenToTheWorld } from "../../lab/lint/defects/ssh-open-to-the-world";
import { parseTopology } from "../../lab/topology";

const managed = (type: string, name: string, values: object) => ({
  address: `${type}.${name}`,
  mode: "managed",
  type,
  name,
  values,
});

it("finds a rule of a state once, though Terraform reads it back as a block of its group as well", () => {
  const ssh = { from_port: 22, to_port: 22 };
  const ingress = [{ ...ssh, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] }];
  const rule = { ...ssh, ip_protocol: "tcp", security_group_id: "sg-1", cidr_ipv4: "0.0.0.0/0" };
  const state = {
    format_version: "1.0",
    terraform_version: "1.11.4",
    values: {
      root_module: {
        resources: [
          managed("aws_security_group", "web", { id: "sg-1", name: "web", ingress, egress: [] }),
          managed("aws_vpc_security_group_ingress_rule", "ssh", rule),
        ],
      },
    },
  };
  const { findings } = lint(parseTopology(JSON.stringify(state)), { defects: [sshOpenToTheWorld] });
  expect(findings.map(({ address, message }) => `${address}: ${message}`)).toEqual([
    "aws_security_group.web: port 22 (SSH) must not be open to everybody, got port 22 from ::/0 (ingress)",
    "aws_vpc_security_group_ingress_rule.ssh: port 22 (SSH) must not be open to everybody, got port 22 from 0.0.0.0/0",
  ]);
});
