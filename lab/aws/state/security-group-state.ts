import type { SecurityGroup, SecurityGroupRule } from "@aws-sdk/client-ec2";
import { type StateResource, tagsOf } from "./state-resource";

/** Every VPC has a group of this name, which cannot be made and not be deleted. */
const DEFAULT = "default";

export function securityGroupState(group: SecurityGroup): StateResource {
  const { GroupId = "", GroupName } = group;
  return {
    type: GroupName === DEFAULT ? "aws_default_security_group" : "aws_security_group",
    label: GroupId,
    values: {
      id: GroupId,
      name: GroupName,
      description: group.Description,
      vpc_id: group.VpcId,
      ...tagsOf(group.Tags),
    },
  };
}

export function securityGroupRuleState(rule: SecurityGroupRule): StateResource {
  const { SecurityGroupRuleId = "", IpProtocol, ReferencedGroupInfo: referenced } = rule;
  // AWS writes -1 for the ports where all are meant
  const isAll = IpProtocol === "-1";
  return {
    type: `aws_vpc_security_group_${rule.IsEgress ? "egress" : "ingress"}_rule`,
    label: SecurityGroupRuleId,
    values: {
      id: SecurityGroupRuleId,
      security_group_id: rule.GroupId,
      description: rule.Description,
      ip_protocol: IpProtocol,
      from_port: isAll ? undefined : rule.FromPort,
      to_port: isAll ? undefined : rule.ToPort,
      cidr_ipv4: rule.CidrIpv4,
      cidr_ipv6: rule.CidrIpv6,
      prefix_list_id: rule.PrefixListId,
      referenced_security_group_id: referenced?.GroupId,
    },
  };
}
