export { AccessLogBucket, type AccessLogBucketProps } from "./access-log-bucket";
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
} from "./actions";
export type { Quotas } from "./alb-checks";
export { AlbSecurityGroup, type AlbSecurityGroupProps } from "./alb-security-group";
export { AlbWithTargetGroup, type AlbWithTargetGroupProps } from "./alb-with-target-group";
export type {
  HostHeaderCondition,
  HttpHeaderCondition,
  HttpRequestMethodCondition,
  PathPatternCondition,
  QueryStringCondition,
  RouteCondition,
  SourceIpCondition,
} from "./conditions";
export { DomainCertificate, type DomainCertificateProps } from "./domain-certificate";
export type { ExistingNetworkProps } from "./existing-network";
export { ExpressInstance, type ExpressInstanceProps, type ServerInstanceOptions } from "./express-instance";
export { ExpressService, type ExpressServiceProps, type ServiceRoute } from "./express-service";
export type { HealthCheck, HealthCheckProps, ProtocolVersion } from "./health-check";
export {
  HealthCheckedTargetGroup,
  type HealthCheckedTargetGroupProps,
  type RegisterOptions,
  type Target,
} from "./health-checked-target-group";
export type { DomainProps, ExistingCertificateProps, HttpsProps } from "./https";
export { InstanceSecurityGroup, type InstanceSecurityGroupProps } from "./instance-security-group";
export { LabNetwork, type LabNetworkProps } from "./lab-network";
export { LabStack } from "./lab-stack";
export type { LabService, LabStackProps, RecordedMove } from "./lab-stack-props";
export { ApplicationListener, DEFAULT_SSL_POLICY, type ListenerProps, type RouteProps } from "./listener";
export { literal } from "./literal";
export type { LoadBalancerAttributes, LogDestination } from "./load-balancer-attributes";
export type { Network, NetworkSubnet } from "./network";
export { PROBLEM_IDS, type ProblemId } from "./problem-ids";
export { ConfigurationError, type Problem } from "./problems";
export {
  type Architecture,
  ServerLaunchTemplate,
  type ServerLaunchTemplateProps,
} from "./server-launch-template";
export { ServerRole } from "./server-role";
export type { StateBucket } from "./stack-foundation";
export type {
  HealthyTargetsThreshold,
  TargetGroupAttributes,
  TargetStickiness,
} from "./target-group-attributes";
export { VpcFlowLogs, type VpcFlowLogsProps } from "./vpc-flow-logs";
