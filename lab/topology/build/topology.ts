import type { ResourceGraph } from "../graph/types";
import type { Topology } from "../model/topology";
import { attachedGroups } from "./attached-groups";
import { buildAutoScalingGroup } from "./auto-scaling-group";
import { addedCertificates } from "./certificate";
import { Declared } from "./declared";
import { buildInstance } from "./instance";
import { kindOf } from "./kinds";
import { buildListener } from "./listener";
import { buildLoadBalancer } from "./load-balancer";
import { buildSubnet, buildVpc } from "./network";
import { buildRegistrations } from "./registration";
import { buildRule } from "./rule";
import { buildSecurityGroup, standaloneRules } from "./security-group";
import { buildTargetGroup } from "./target-group";

/** The load balancing in a graph of resources, with every default filled in and every link followed. */
export function buildTopology(graph: ResourceGraph): Topology {
  const declared = new Declared(graph);
  const certificates = addedCertificates(declared);
  const attached = attachedGroups(declared);
  const rules = standaloneRules(declared);
  return {
    source: graph.source,
    loadBalancers: declared.all("load balancer").map((resource) => buildLoadBalancer(resource, declared)),
    listeners: declared
      .all("listener")
      .map((resource) => buildListener(resource, declared, certificates.get(resource.address) ?? [])),
    rules: declared.all("rule").map((resource) => buildRule(resource, declared)),
    targetGroups: declared.all("target group").map((resource) => buildTargetGroup(resource, declared)),
    registrations: buildRegistrations(declared),
    instances: declared.all("instance").map((resource) => buildInstance(resource, attached, declared)),
    autoScalingGroups: declared
      .all("auto scaling group")
      .map((resource) => buildAutoScalingGroup(resource, declared)),
    securityGroups: declared
      .all("security group")
      .map((resource) => buildSecurityGroup(resource, rules, declared)),
    vpcs: declared.all("vpc").map(buildVpc),
    subnets: declared.all("subnet").map((resource) => buildSubnet(resource, declared)),
    resources: graph.resources,
    ignored: ignoredIn(graph),
  };
}

function ignoredIn({ resources, unread }: ResourceGraph): Topology["ignored"] {
  const strangers = resources.filter((resource) => kindOf(resource) === undefined);
  return [...strangers, ...unread].map(({ address, type }) => ({ address, type }));
}
