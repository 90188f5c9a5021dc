export { AlbWithTargetGroup, type AlbWithTargetGroupProps } from "./alb-with-target-group";
export { PROBLEM_IDS, type ProblemId } from "./checks/problem-ids";
export { ConfigurationError, type Problem } from "./checks/problems";
export { suppressDefect } from "./checks/suppress";
export { ExpressInstance, type ExpressInstanceProps, type ServerInstanceOptions } from "./express-instance";
export { ExpressService, type ExpressServiceProps, type ServiceRoute } from "./express-service";
export {
  HealthCheckedTargetGroup,
  type HealthCheckedTargetGroupProps,
  type RegisterOptions,
  type Target,
} from "./health-checked-target-group";
export { InstanceSecurityGroup, type InstanceSecurityGroupProps } from "./instances/instance-security-group";
export {
  type Architecture,
  ServerLaunchTemplate,
  type ServerLaunchTemplateProps,
} from "./instances/server-launch-template";
export { ServerRole } from "./instances/server-role";
export { LabNetwork, type LabNetworkProps } from "./lab-network";
export { LabStack } from "./lab-stack";
export { AccessLogBucket, type AccessLogBucketProps } from "./load-balancer/access-log-bucket";
export type { Quotas } from "./load-balancer/alb-checks";
export { AlbSecurityGroup, type AlbSecurityGroupProps } from "./load-balancer/alb-security-group";
export { DomainCertificate, type DomainCertificateProps } from "./load-balancer/domain-certificate";
export type { DomainProps, ExistingCertificateProps, HttpsProps } from "./load-balancer/https";
export {
  ApplicationListener,
  DEFAULT_SSL_POLICY,
  type ListenerProps,
  type RouteProps,
} from "./load-balancer/listener";
export type { LoadBalancerAttributes, LogDestination } from "./load-balancer/load-balancer-attributes";
export type { ExistingNetworkProps } from "./network/existing-network";
export type { Network, NetworkSubnet } from "./network/network";
export { VpcFlowLogs, type VpcFlowLogsProps } from "./network/vpc-flow-logs";
export type {
  Authentication,
  CognitoAuthentication,
  FixedResponseAction,
  ForwardAction,
  OidcAuthentication,
  RedirectAction,
  RouteAction,
  RoutingAction,
  TargetGroupReference,
  WeightedForwardAction,
} from "./routing/actions";
export type {
  HostHeaderCondition,
  HttpHeaderCondition,
  HttpRequestMethodCondition,
  PathPatternCondition,
  QueryStringCondition,
  RouteCondition,
  SourceIpCondition,
} from "./routing/conditions";
export type { LabService, LabStackProps, RecordedMove } from "./stack/lab-stack-props";
export type { StateBucket } from "./stack/stack-foundation";
export type { HealthCheck, HealthCheckProps, ProtocolVersion } from "./targets/health-check";
export type {
  HealthyTargetsThreshold,
  TargetGroupAttributes,
  TargetStickiness,
} from "./targets/target-group-attributes";
export { literal } from "./terraform/literal";
