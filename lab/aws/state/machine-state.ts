import type { SeenMachine } from "../seen/seen";
import { type StateResource, tagsOf, unseen } from "./state-resource";

/** An instance. Its launch template is left out: what came of it is here. */
export function machineState({ facts, userData }: SeenMachine): StateResource {
  const { InstanceId = "", SecurityGroups = [], PublicIpAddress } = facts;
  return {
    type: "aws_instance",
    label: InstanceId,
    values: {
      id: InstanceId,
      ami: facts.ImageId,
      instance_state: facts.State?.Name,
      instance_type: facts.InstanceType,
      availability_zone: facts.Placement?.AvailabilityZone,
      subnet_id: facts.SubnetId,
      private_ip: facts.PrivateIpAddress,
      public_ip: PublicIpAddress,
      associate_public_ip_address: PublicIpAddress !== undefined,
      vpc_security_group_ids: SecurityGroups.flatMap(({ GroupId }) => GroupId ?? []),
      user_data_base64: userData === undefined || userData === "none" ? undefined : userData.base64,
      ...tagsOf(facts.Tags),
    },
    ...unseen({ DescribeInstanceAttribute: userData }),
  };
}
