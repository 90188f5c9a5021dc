export { type DeclaredUserData, declaredUserData } from "./build/user-data";
export { ByLink } from "./by-link";
export { changesOf } from "./changes/changes-of";
export { type Compared, differencesBetween } from "./changes/differences";
export { sensitiveTexts } from "./changes/sensitive-texts";
export { describeAction, describeCondition, describeText, describeUnknown } from "./describe";
export { type FoundStack, findStacks } from "./find-stacks";
export type { Json, JsonObject } from "./graph/json";
export type { Block, Resource, Value } from "./graph/types";
export { readBackLists } from "./graph/values/read-back-lists";
export {
  assertPlanShape,
  INPUT_LIMIT_BYTES,
  parseInput,
  type TopologyInput,
  TopologyInputError,
} from "./input";
export { type Element, isKnown, isUnknown, type Knowable, type Link, type Unknown } from "./known";
export { comparePorts, Labels, labelOf, placeOf } from "./labels";
export type { ChangeKind, Difference, PlanChanges, ResourceChange, Shown } from "./model/change";
export type { AutoScalingGroup, Instance } from "./model/instance";
export type { Certificate, Listener, ListenerRule } from "./model/listener";
export type { LoadBalancer, LoadBalancerAttributes, LogDelivery } from "./model/load-balancer";
export type { Peer, SecurityGroup, SecurityGroupRule, Subnet, Vpc } from "./model/network";
export type {
  Action,
  AuthenticateAction,
  Condition,
  FixedResponseAction,
  ForwardAction,
  QueryPair,
  RedirectAction,
  Texts,
  WeightedGroup,
} from "./model/rule";
export type {
  HealthCheck,
  Registration,
  Stickiness,
  TargetGroup,
  TargetGroupAttributes,
  Threshold,
} from "./model/target-group";
export { follow, type Topology, type TopologySource } from "./model/topology";
export { parseTopology, topologyOf } from "./parse-topology";
export { printable } from "./printable";
export { priorTopology } from "./prior-topology";
export type { ReadOptions } from "./read-input";
export { readInput, readInputPath } from "./read-input";
export { readTopology } from "./read-topology";
export { type Settled, type Settlement, settle } from "./settle";
export { topologyOfInput } from "./topology-of-input";
export { type Unlinked, unlinked } from "./unlinked";
export { counted, listed } from "./words";
