import { rawCall, requestCertificate, textIn } from "./raw-call";

/** A load balancer with one listener in front of two instances, made without Terraform. */
export interface SmallLab {
  readonly loadBalancerArn: string;
  readonly listenerArn: string;
  readonly targetGroupArn: string;
  readonly groupId: string;
  /** `shop-1` and `shop-2`. */
  readonly instances: readonly [string, string];
  readonly vpcId: string;
}

const USER_DATA = Buffer.from("#!/bin/sh\necho hello\n").toString("base64");

/** Makes a lab whose load balancer, target group and security group have this name. */
export async function makeSmallLab(url: string, name: string): Promise<SmallLab> {
  const ec2 = (Action: string, parameters: Readonly<Record<string, string>> = {}) =>
    rawCall(url, "ec2", { Action, ...parameters });
  const elb = (Action: string, parameters: Readonly<Record<string, string>> = {}) =>
    rawCall(url, "elasticloadbalancing", { Action, ...parameters });

  const VpcId = textIn(await ec2("CreateVpc", { CidrBlock: "10.1.0.0/16" }), "vpcId");
  const subnet = async (AvailabilityZone: string, CidrBlock: string) =>
    textIn(await ec2("CreateSubnet", { VpcId, AvailabilityZone, CidrBlock }), "subnetId");
  const subnets = [
    await subnet("ap-northeast-2a", "10.1.0.0/20"),
    await subnet("ap-northeast-2c", "10.1.16.0/20"),
  ] as const;
  const gateway = textIn(await ec2("CreateInternetGateway"), "internetGatewayId");
  await ec2("AttachInternetGateway", { InternetGatewayId: gateway, VpcId });
  const security = { GroupName: name, GroupDescription: "load balancer", VpcId };
  const groupId = textIn(await ec2("CreateSecurityGroup", security), "groupId");
  await ec2("AuthorizeSecurityGroupIngress", {
    GroupId: groupId,
    "IpPermissions.1.IpProtocol": "tcp",
    "IpPermissions.1.FromPort": "80",
    "IpPermissions.1.ToPort": "80",
    "IpPermissions.1.IpRanges.1.CidrIp": "0.0.0.0/0",
  });
  const loadBalancerArn = textIn(
    await elb("CreateLoadBalancer", {
      Name: name,
      "Subnets.member.1": subnets[0],
      "Subnets.member.2": subnets[1],
      "SecurityGroups.member.1": groupId,
      "Tags.member.1.Key": "Environment",
      "Tags.member.1.Value": name,
    }),
    "LoadBalancerArn",
  );
  const group = { Name: name, Protocol: "HTTP", Port: "3000", VpcId, HealthCheckPath: "/health" };
  const targetGroupArn = textIn(await elb("CreateTargetGroup", group), "TargetGroupArn");
  const listenerArn = textIn(
    await elb("CreateListener", {
      LoadBalancerArn: loadBalancerArn,
      Protocol: "HTTP",
      Port: "80",
      "DefaultActions.member.1.Type": "forward",
      "DefaultActions.member.1.TargetGroupArn": targetGroupArn,
    }),
    "ListenerArn",
  );
  const template = await ec2("CreateLaunchTemplate", {
    LaunchTemplateName: name,
    "LaunchTemplateData.ImageId": "ami-12c6146b",
    "LaunchTemplateData.UserData": USER_DATA,
  });
  const instance = async (SubnetId: string, Name: string) => {
    const started = await ec2("RunInstances", {
      "LaunchTemplate.LaunchTemplateId": textIn(template, "launchTemplateId"),
      "LaunchTemplate.Version": "1",
      MinCount: "1",
      MaxCount: "1",
      SubnetId,
      UserData: USER_DATA,
      "SecurityGroupId.1": groupId,
      "TagSpecification.1.ResourceType": "instance",
      "TagSpecification.1.Tag.1.Key": "Name",
      "TagSpecification.1.Tag.1.Value": Name,
    });
    return textIn(started, "instanceId");
  };
  const instances = [
    await instance(subnets[0], `${name}-1`),
    await instance(subnets[1], `${name}-2`),
  ] as const;
  await elb("RegisterTargets", {
    TargetGroupArn: targetGroupArn,
    "Targets.member.1.Id": instances[0],
    "Targets.member.2.Id": instances[1],
  });
  return { loadBalancerArn, listenerArn, targetGroupArn, groupId, instances, vpcId: VpcId };
}

/** A second listener, on port 443, with a certificate of its own. */
export async function addHttpsListener(
  url: string,
  { loadBalancerArn, targetGroupArn }: SmallLab,
): Promise<string> {
  const CertificateArn = await requestCertificate(url, "shop.example.com");
  await rawCall(url, "elasticloadbalancing", {
    Action: "CreateListener",
    LoadBalancerArn: loadBalancerArn,
    Protocol: "HTTPS",
    Port: "443",
    SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "Certificates.member.1.CertificateArn": CertificateArn,
    "DefaultActions.member.1.Type": "forward",
    "DefaultActions.member.1.TargetGroupArn": targetGroupArn,
  });
  return CertificateArn;
}
