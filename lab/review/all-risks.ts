import type { Risk } from "./risk";
import { addressMovedUnrecorded } from "./risks/address-moved-unrecorded";
import { capacityReduced } from "./risks/capacity-reduced";
import { certificateChanged } from "./risks/certificate-changed";
import { certificateDropped } from "./risks/certificate-dropped";
import { dataDestroyed } from "./risks/data-destroyed";
import { defectIntroduced } from "./risks/defect-introduced";
import { deletionProtectionOff } from "./risks/deletion-protection-off";
import { dnsRecordChanged } from "./risks/dns-record-changed";
import { drainingShortened } from "./risks/draining-shortened";
import { duplicateRefused } from "./risks/duplicate-refused";
import { healthCheckFailsServers } from "./risks/health-check-fails-servers";
import { instanceReplacedUndrained } from "./risks/instance-replaced-undrained";
import { instanceRestarted } from "./risks/instance-restarted";
import { ipAddressTypeNarrowed } from "./risks/ip-address-type-narrowed";
import { launchTemplateNotRolledOut } from "./risks/launch-template-not-rolled-out";
import { listenerPortChanged } from "./risks/listener-port-changed";
import { listenerRemoved } from "./risks/listener-removed";
import { listenerReplaced } from "./risks/listener-replaced";
import { loadBalancerDestroyed } from "./risks/load-balancer-destroyed";
import { loadBalancerReplaced } from "./risks/load-balancer-replaced";
import { logsOff } from "./risks/logs-off";
import { networkReplaced } from "./risks/network-replaced";
import { replacementNameTaken } from "./risks/replacement-name-taken";
import { requestProtectionWeakened } from "./risks/request-protection-weakened";
import { requestsMoved } from "./risks/requests-moved";
import { requestsRefused } from "./risks/requests-refused";
import { requestsUnanswered } from "./risks/requests-unanswered";
import { resourceForgotten } from "./risks/resource-forgotten";
import { retentionShortened } from "./risks/retention-shortened";
import { rulePrioritiesSwapped } from "./risks/rule-priorities-swapped";
import { ruleReplaced } from "./risks/rule-replaced";
import { securityGroupClosed } from "./risks/security-group-closed";
import { securityGroupOpened } from "./risks/security-group-opened";
import { serverPortChanged } from "./risks/server-port-changed";
import { serviceInterrupted } from "./risks/service-interrupted";
import { stickinessLost } from "./risks/stickiness-lost";
import { targetGroupEmptied } from "./risks/target-group-emptied";
import { targetGroupReplaced } from "./risks/target-group-replaced";
import { targetsReplacedTogether } from "./risks/targets-replaced-together";
import { tlsPolicyWeakened } from "./risks/tls-policy-weakened";
import { trafficSwitchedUnready } from "./risks/traffic-switched-unready";
import { unknownUntilApply } from "./risks/unknown-until-apply";
import { userDataNotRun } from "./risks/user-data-not-run";
import { webAclRemoved } from "./risks/web-acl-removed";
import { zoneRemoved } from "./risks/zone-removed";

/** Every kind of risk, in the order of ids. */
export const allRisks: readonly Risk[] = [
  addressMovedUnrecorded,
  capacityReduced,
  certificateChanged,
  certificateDropped,
  dataDestroyed,
  defectIntroduced,
  deletionProtectionOff,
  dnsRecordChanged,
  drainingShortened,
  duplicateRefused,
  healthCheckFailsServers,
  instanceReplacedUndrained,
  instanceRestarted,
  ipAddressTypeNarrowed,
  launchTemplateNotRolledOut,
  listenerPortChanged,
  listenerRemoved,
  listenerReplaced,
  loadBalancerDestroyed,
  loadBalancerReplaced,
  logsOff,
  networkReplaced,
  replacementNameTaken,
  requestProtectionWeakened,
  requestsMoved,
  requestsRefused,
  requestsUnanswered,
  resourceForgotten,
  retentionShortened,
  rulePrioritiesSwapped,
  ruleReplaced,
  securityGroupClosed,
  securityGroupOpened,
  serverPortChanged,
  serviceInterrupted,
  stickinessLost,
  targetGroupEmptied,
  targetGroupReplaced,
  targetsReplacedTogether,
  tlsPolicyWeakened,
  trafficSwitchedUnready,
  unknownUntilApply,
  userDataNotRun,
  webAclRemoved,
  zoneRemoved,
];
