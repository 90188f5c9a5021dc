/** Limits that AWS raises on request, so that a team may have others (N20-N34). */
export interface Quotas {
  /** Rules of a load balancer, default rules not counted (N22). */
  readonly rulesPerLoadBalancer: number;
  /** N21. */
  readonly listenersPerLoadBalancer: number;
  /** Beside the default ones (N23). */
  readonly certificatesPerLoadBalancer: number;
  /** N26. */
  readonly targetsPerLoadBalancer: number;
  /** N28. */
  readonly targetsPerTargetGroup: number;
  /** N33. */
  readonly securityGroupsPerInterface: number;
  /** In each direction, IPv4 and IPv6 apart (N34). */
  readonly rulesPerSecurityGroup: number;
}

export const DEFAULT_QUOTAS: Quotas = {
  rulesPerLoadBalancer: 100,
  listenersPerLoadBalancer: 50,
  certificatesPerLoadBalancer: 25,
  targetsPerLoadBalancer: 1_000,
  targetsPerTargetGroup: 1_000,
  securityGroupsPerInterface: 5,
  rulesPerSecurityGroup: 60,
};
