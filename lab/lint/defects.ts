import type { Defect } from "./defect";
import { accessLogsOff } from "./defects/access-logs-off";
import { actionBlockOfAnotherType } from "./defects/action-block-of-another-type";
import { actionOrderOutOfRange } from "./defects/action-order-out-of-range";
import { actionOrderRepeated } from "./defects/action-order-repeated";
import { actionTypeUnknown } from "./defects/action-type-unknown";
import { actionWithoutRouting } from "./defects/action-without-routing";
import { algorithmUnknown } from "./defects/algorithm-unknown";
import { aliasZoneOfTheRecord } from "./defects/alias-zone-of-the-record";
import { allPortsOpenToTheWorld } from "./defects/all-ports-open-to-the-world";
import { anomalyMitigationNeedsWeightedRandom } from "./defects/anomaly-mitigation-needs-weighted-random";
import { anomalyMitigationUnknown } from "./defects/anomaly-mitigation-unknown";
import { appCookieInWeightedAction } from "./defects/app-cookie-in-weighted-action";
import { appPortOpenToTheWorld } from "./defects/app-port-open-to-the-world";
import { authenticateExtraParameters } from "./defects/authenticate-extra-parameters";
import { authenticateIncomplete } from "./defects/authenticate-incomplete";
import { authenticateOnHttp } from "./defects/authenticate-on-http";
import { authenticateSessionOutOfRange } from "./defects/authenticate-session-out-of-range";
import { autoScalingByLaunchConfiguration } from "./defects/auto-scaling-by-launch-configuration";
import { autoScalingIgnoresHealthChecks } from "./defects/auto-scaling-ignores-health-checks";
import { autoScalingInOneZone } from "./defects/auto-scaling-in-one-zone";
import { autoScalingOutsideZones } from "./defects/auto-scaling-outside-zones";
import { autoScalingSizeContradicts } from "./defects/auto-scaling-size-contradicts";
import { autoScalingWithoutCooldown } from "./defects/auto-scaling-without-cooldown";
import { autoScalingWithoutGracePeriod } from "./defects/auto-scaling-without-grace-period";
import { autoScalingWithoutNotifications } from "./defects/auto-scaling-without-notifications";
import { autoScalingWithoutTags } from "./defects/auto-scaling-without-tags";
import { bucketNameMalformed } from "./defects/bucket-name-malformed";
import { certificateDomainMalformed } from "./defects/certificate-domain-malformed";
import { certificateDomainTooLong } from "./defects/certificate-domain-too-long";
import { certificateKeyTooShort } from "./defects/certificate-key-too-short";
import { certificateMalformed } from "./defects/certificate-malformed";
import { certificateNotLogged } from "./defects/certificate-not-logged";
import { certificateOfAnotherRegion } from "./defects/certificate-of-another-region";
import { certificateOnHttp } from "./defects/certificate-on-http";
import { certificateReplacedNotBefore } from "./defects/certificate-replaced-not-before";
import { certificateWildcard } from "./defects/certificate-wildcard";
import { cidrMalformed } from "./defects/cidr-malformed";
import { clientAddressNotAppended } from "./defects/client-address-not-appended";
import { clientKeepAliveOutOfRange } from "./defects/client-keep-alive-out-of-range";
import { conditionMixesKinds } from "./defects/condition-mixes-kinds";
import { conditionRepeated } from "./defects/condition-repeated";
import { conditionValueEmpty } from "./defects/condition-value-empty";
import { conditionValueInvisible } from "./defects/condition-value-invisible";
import { conditionValueNeverMatches } from "./defects/condition-value-never-matches";
import { crossZoneUnknown } from "./defects/cross-zone-unknown";
import { defaultActionNeverUsed } from "./defects/default-action-never-used";
import { defaultRouteByInstance } from "./defects/default-route-by-instance";
import { defaultSecurityGroupOpen } from "./defects/default-security-group-open";
import { defaultVpcAdopted } from "./defects/default-vpc-adopted";
import { deletionProtectionOff } from "./defects/deletion-protection-off";
import { deregistrationDelayOutOfRange } from "./defects/deregistration-delay-out-of-range";
import { desyncModeMonitor } from "./defects/desync-mode-monitor";
import { desyncModeUnknown } from "./defects/desync-mode-unknown";
import { detailedMonitoringOff } from "./defects/detailed-monitoring-off";
import { dualstackWithoutIpv6 } from "./defects/dualstack-without-ipv6";
import { egressOpenToTheWorld } from "./defects/egress-open-to-the-world";
import { egressToTargetsClosed } from "./defects/egress-to-targets-closed";
import { elasticIpUnused } from "./defects/elastic-ip-unused";
import { firewallNotLogged } from "./defects/firewall-not-logged";
import { firewallOfAnotherScope } from "./defects/firewall-of-another-scope";
import { firewallPriorityTaken } from "./defects/firewall-priority-taken";
import { firewallRateOutOfRange } from "./defects/firewall-rate-out-of-range";
import { firewallRuleWithoutAction } from "./defects/firewall-rule-without-action";
import { firewallWithoutKnownBadInputs } from "./defects/firewall-without-known-bad-inputs";
import { firewallWithoutMetrics } from "./defects/firewall-without-metrics";
import { firewallWithoutRules } from "./defects/firewall-without-rules";
import { fixedAddressOfLoadBalancer } from "./defects/fixed-address-of-load-balancer";
import { fixedResponseBodyTooLong } from "./defects/fixed-response-body-too-long";
import { fixedResponseStatusRefused } from "./defects/fixed-response-status-refused";
import { fixedResponseTypeRefused } from "./defects/fixed-response-type-refused";
import { forwardGroupGivenTwice } from "./defects/forward-group-given-twice";
import { forwardWithoutGroup } from "./defects/forward-without-group";
import { gracePeriodTooShort } from "./defects/grace-period-too-short";
import { groupStickinessDurationOutOfRange } from "./defects/group-stickiness-duration-out-of-range";
import { groupStickinessNeeded } from "./defects/group-stickiness-needed";
import { grpcOrHttp2GroupNotOnlyForwarded } from "./defects/grpc-or-http2-group-not-only-forwarded";
import { headerNameHost } from "./defects/header-name-host";
import { headerNameMalformed } from "./defects/header-name-malformed";
import { headerValueTooLong } from "./defects/header-value-too-long";
import { healthCheckOff } from "./defects/health-check-off";
import { healthCheckTypeUnknown } from "./defects/health-check-type-unknown";
import { healthIntervalOutOfRange } from "./defects/health-interval-out-of-range";
import { healthMatcherMalformed } from "./defects/health-matcher-malformed";
import { healthPathMalformed } from "./defects/health-path-malformed";
import { healthPathNotServed } from "./defects/health-path-not-served";
import { healthPortClosed } from "./defects/health-port-closed";
import { healthPortNotServed } from "./defects/health-port-not-served";
import { healthPortOutOfRange } from "./defects/health-port-out-of-range";
import { healthProtocolRefused } from "./defects/health-protocol-refused";
import { healthThresholdOutOfRange } from "./defects/health-threshold-out-of-range";
import { healthTimeoutNotBelowInterval } from "./defects/health-timeout-not-below-interval";
import { healthTimeoutOutOfRange } from "./defects/health-timeout-out-of-range";
import { hostMalformed } from "./defects/host-malformed";
import { hostNotInCertificate } from "./defects/host-not-in-certificate";
import { hostTooLong } from "./defects/host-too-long";
import { httpsWithoutCertificate } from "./defects/https-without-certificate";
import { idleTimeoutOutOfRange } from "./defects/idle-timeout-out-of-range";
import { imageIdMalformed } from "./defects/image-id-malformed";
import { imageOfAnybody } from "./defects/image-of-anybody";
import { instanceMetadataV1 } from "./defects/instance-metadata-v1";
import { instanceNotEbsOptimized } from "./defects/instance-not-ebs-optimized";
import { instancePublicAddress } from "./defects/instance-public-address";
import { instanceRefreshNeverStarted } from "./defects/instance-refresh-never-started";
import { instanceTypeMalformed } from "./defects/instance-type-malformed";
import { instanceWithManyInterfaces } from "./defects/instance-with-many-interfaces";
import { instanceWithoutRole } from "./defects/instance-without-role";
import { internalNotIpv4 } from "./defects/internal-not-ipv4";
import { invalidHeadersKept } from "./defects/invalid-headers-kept";
import { ipAddressTypeUnknown } from "./defects/ip-address-type-unknown";
import { ipv6RecordWithoutIpv6 } from "./defects/ipv6-record-without-ipv6";
import { keepAliveBelowIdleTimeout } from "./defects/keep-alive-below-idle-timeout";
import { keyNotRotated } from "./defects/key-not-rotated";
import { keyOpenToAnybody } from "./defects/key-open-to-anybody";
import { lambdaGroupWithPort } from "./defects/lambda-group-with-port";
import { lambdaGroupWithServerAttribute } from "./defects/lambda-group-with-server-attribute";
import { lambdaGroupWithTwoTargets } from "./defects/lambda-group-with-two-targets";
import { listenerAttributeMalformed } from "./defects/listener-attribute-malformed";
import { listenerCertificateNotManaged } from "./defects/listener-certificate-not-managed";
import { listenerPortClosed } from "./defects/listener-port-closed";
import { listenerPortMissing } from "./defects/listener-port-missing";
import { listenerPortOutOfRange } from "./defects/listener-port-out-of-range";
import { listenerPortTaken } from "./defects/listener-port-taken";
import { listenerProtocolRefused } from "./defects/listener-protocol-refused";
import { loadBalancerNameRefused } from "./defects/load-balancer-name-refused";
import { loadBalancerNameTaken } from "./defects/load-balancer-name-taken";
import { loadBalancerOfTwoSubnetArguments } from "./defects/load-balancer-of-two-subnet-arguments";
import { loadBalancerOpenBeyondListeners } from "./defects/load-balancer-open-beyond-listeners";
import { loadBalancerWithoutFirewall } from "./defects/load-balancer-without-firewall";
import { loadBalancerWithoutListener } from "./defects/load-balancer-without-listener";
import { loadBalancerWithoutSecurityGroup } from "./defects/load-balancer-without-security-group";
import { logBucketEncryptedByKms } from "./defects/log-bucket-encrypted-by-kms";
import { logBucketKeepsFailedUploads } from "./defects/log-bucket-keeps-failed-uploads";
import { logBucketLockedOut } from "./defects/log-bucket-locked-out";
import { logBucketMissing } from "./defects/log-bucket-missing";
import { logBucketNameDotted } from "./defects/log-bucket-name-dotted";
import { logBucketOpenToAnybody } from "./defects/log-bucket-open-to-anybody";
import { logBucketPublic } from "./defects/log-bucket-public";
import { logBucketUnencrypted } from "./defects/log-bucket-unencrypted";
import { logBucketUnversioned } from "./defects/log-bucket-unversioned";
import { logBucketWithAcls } from "./defects/log-bucket-with-acls";
import { logBucketWithoutLifecycle } from "./defects/log-bucket-without-lifecycle";
import { logBucketWithoutPolicy } from "./defects/log-bucket-without-policy";
import { logBucketWithoutTls } from "./defects/log-bucket-without-tls";
import { logGroupRetentionShort } from "./defects/log-group-retention-short";
import { logGroupUnencrypted } from "./defects/log-group-unencrypted";
import { logGroupWithoutRetention } from "./defects/log-group-without-retention";
import { logPrefixRefused } from "./defects/log-prefix-refused";
import { logRetentionRefused } from "./defects/log-retention-refused";
import { metadataHopLimit } from "./defects/metadata-hop-limit";
import { methodMalformed } from "./defects/method-malformed";
import { mutualAuthenticationIncomplete } from "./defects/mutual-authentication-incomplete";
import { networkAclOpen } from "./defects/network-acl-open";
import { networkAclUnused } from "./defects/network-acl-unused";
import { onUnauthenticatedRefused } from "./defects/on-unauthenticated-refused";
import { pathMalformed } from "./defects/path-malformed";
import { pathTooLong } from "./defects/path-too-long";
import { pathWithDots } from "./defects/path-with-dots";
import { pathWithQuery } from "./defects/path-with-query";
import { pathWithoutSlash } from "./defects/path-without-slash";
import { plainHttpListener } from "./defects/plain-http-listener";
import { priorityNotSet } from "./defects/priority-not-set";
import { priorityOutOfRange } from "./defects/priority-out-of-range";
import { priorityTaken } from "./defects/priority-taken";
import { protocolVersionNeedsHttps } from "./defects/protocol-version-needs-https";
import { protocolVersionUnknown } from "./defects/protocol-version-unknown";
import { queryPairInValue } from "./defects/query-pair-in-value";
import { queryTooLong } from "./defects/query-too-long";
import { rdpOpenToTheWorld } from "./defects/rdp-open-to-the-world";
import { recordOutsideZone } from "./defects/record-outside-zone";
import { redirectDowngrade } from "./defects/redirect-downgrade";
import { redirectLoop } from "./defects/redirect-loop";
import { redirectPartMalformed } from "./defects/redirect-part-malformed";
import { redirectPlaceholderMisplaced } from "./defects/redirect-placeholder-misplaced";
import { redirectProtocolWithoutPort } from "./defects/redirect-protocol-without-port";
import { redirectStatusRefused } from "./defects/redirect-status-refused";
import { redirectToItself } from "./defects/redirect-to-itself";
import { regexMalformed } from "./defects/regex-malformed";
import { registrationPortOutOfRange } from "./defects/registration-port-out-of-range";
import { roleAdministrator } from "./defects/role-administrator";
import { roleAssumedByAnybody } from "./defects/role-assumed-by-anybody";
import { roleOfAnyRepository } from "./defects/role-of-any-repository";
import { roleTooWide } from "./defects/role-too-wide";
import { rootVolumeUnencrypted } from "./defects/root-volume-unencrypted";
import { routeFallsToDefault } from "./defects/route-falls-to-default";
import { routesOverlap } from "./defects/routes-overlap";
import { routingActionNotLast } from "./defects/routing-action-not-last";
import { ruleNeverMatches } from "./defects/rule-never-matches";
import { ruleWithoutConditions } from "./defects/rule-without-conditions";
import { scalingTargetOutOfRange } from "./defects/scaling-target-out-of-range";
import { secretsInUserData } from "./defects/secrets-in-user-data";
import { securityDescriptionRefused } from "./defects/security-description-refused";
import { securityGroupNameRefused } from "./defects/security-group-name-refused";
import { securityGroupNameTaken } from "./defects/security-group-name-taken";
import { securityGroupOfAnotherVpc } from "./defects/security-group-of-another-vpc";
import { securityGroupUndescribed } from "./defects/security-group-undescribed";
import { securityGroupUnused } from "./defects/security-group-unused";
import { securityRuleCidrMalformed } from "./defects/security-rule-cidr-malformed";
import { securityRulePortOutOfRange } from "./defects/security-rule-port-out-of-range";
import { securityRulePortsMissing } from "./defects/security-rule-ports-missing";
import { securityRulePortsReversed } from "./defects/security-rule-ports-reversed";
import { securityRuleRepeated } from "./defects/security-rule-repeated";
import { securityRuleUndescribed } from "./defects/security-rule-undescribed";
import { securityRuleWithoutPeer } from "./defects/security-rule-without-peer";
import { securityRulesMixed } from "./defects/security-rules-mixed";
import { serverGroupWithOtherAttribute } from "./defects/server-group-with-other-attribute";
import { serverNameRepeated } from "./defects/server-name-repeated";
import { serverPortNotRegistered } from "./defects/server-port-not-registered";
import { slowStartNeedsRoundRobin } from "./defects/slow-start-needs-round-robin";
import { slowStartOutOfRange } from "./defects/slow-start-out-of-range";
import { sourceIpMalformed } from "./defects/source-ip-malformed";
import { sshOpenToTheWorld } from "./defects/ssh-open-to-the-world";
import { sslPolicyOutdated } from "./defects/ssl-policy-outdated";
import { sslPolicyUnknown } from "./defects/ssl-policy-unknown";
import { stickinessCookieNameMissing } from "./defects/stickiness-cookie-name-missing";
import { stickinessCookieNameRefused } from "./defects/stickiness-cookie-name-refused";
import { stickinessCookieNameUnused } from "./defects/stickiness-cookie-name-unused";
import { stickinessDurationOutOfRange } from "./defects/stickiness-duration-out-of-range";
import { stickinessExcludesWeightedRandom } from "./defects/stickiness-excludes-weighted-random";
import { stickinessNeedsCrossZone } from "./defects/stickiness-needs-cross-zone";
import { stickinessTypeUnknown } from "./defects/stickiness-type-unknown";
import { subnetCidrSize } from "./defects/subnet-cidr-size";
import { subnetGivesPublicAddresses } from "./defects/subnet-gives-public-addresses";
import { subnetOutsideVpc } from "./defects/subnet-outside-vpc";
import { subnetTooSmall } from "./defects/subnet-too-small";
import { subnetWithoutInternet } from "./defects/subnet-without-internet";
import { subnetsOfTwoVpcs } from "./defects/subnets-of-two-vpcs";
import { subnetsOverlap } from "./defects/subnets-overlap";
import { tagRefused } from "./defects/tag-refused";
import { targetGroupHealthOrder } from "./defects/target-group-health-order";
import { targetGroupHealthOutOfRange } from "./defects/target-group-health-out-of-range";
import { targetGroupNameRefused } from "./defects/target-group-name-refused";
import { targetGroupNameTaken } from "./defects/target-group-name-taken";
import { targetGroupOfAnotherVpc } from "./defects/target-group-of-another-vpc";
import { targetGroupOfTwoLoadBalancers } from "./defects/target-group-of-two-load-balancers";
import { targetGroupPortMissing } from "./defects/target-group-port-missing";
import { targetGroupPortOutOfRange } from "./defects/target-group-port-out-of-range";
import { targetGroupProtocolMissing } from "./defects/target-group-protocol-missing";
import { targetGroupProtocolRefused } from "./defects/target-group-protocol-refused";
import { targetGroupUnreachable } from "./defects/target-group-unreachable";
import { targetGroupUnused } from "./defects/target-group-unused";
import { targetGroupVpcMissing } from "./defects/target-group-vpc-missing";
import { targetGroupWithoutTargets } from "./defects/target-group-without-targets";
import { targetIdMalformed } from "./defects/target-id-malformed";
import { targetIpPublic } from "./defects/target-ip-public";
import { targetOfAnotherType } from "./defects/target-of-another-type";
import { targetOfAnotherVpc } from "./defects/target-of-another-vpc";
import { targetOutsideZones } from "./defects/target-outside-zones";
import { targetPortClosed } from "./defects/target-port-closed";
import { targetRegisteredTwice } from "./defects/target-registered-twice";
import { targetTypeUnknown } from "./defects/target-type-unknown";
import { terminationProtectionOff } from "./defects/termination-protection-off";
import { tooFewZones } from "./defects/too-few-zones";
import { tooManyCertificates } from "./defects/too-many-certificates";
import { tooManyConditionValues } from "./defects/too-many-condition-values";
import { tooManyListeners } from "./defects/too-many-listeners";
import { tooManyRules } from "./defects/too-many-rules";
import { tooManySecurityGroups } from "./defects/too-many-security-groups";
import { tooManySecurityRules } from "./defects/too-many-security-rules";
import { tooManyTags } from "./defects/too-many-tags";
import { tooManyTargets } from "./defects/too-many-targets";
import { tooManyWeightedGroups } from "./defects/too-many-weighted-groups";
import { tooManyWildcards } from "./defects/too-many-wildcards";
import { twoAuthenticateActions } from "./defects/two-authenticate-actions";
import { twoRoutingActions } from "./defects/two-routing-actions";
import { twoSubnetsInAZone } from "./defects/two-subnets-in-a-zone";
import { userDataChangeNotRun } from "./defects/user-data-change-not-run";
import { userDataNotBase64 } from "./defects/user-data-not-base64";
import { userDataTooLarge } from "./defects/user-data-too-large";
import { valueRepeated } from "./defects/value-repeated";
import { volumeUnencrypted } from "./defects/volume-unencrypted";
import { vpcCidrPublic } from "./defects/vpc-cidr-public";
import { vpcCidrSize } from "./defects/vpc-cidr-size";
import { vpcWithoutFlowLogs } from "./defects/vpc-without-flow-logs";
import { wafInLocalZone } from "./defects/waf-in-local-zone";
import { weightOutOfRange } from "./defects/weight-out-of-range";
import { weightedGroupRepeated } from "./defects/weighted-group-repeated";
import { weightsAllZero } from "./defects/weights-all-zero";
import { xffModeUnknown } from "./defects/xff-mode-unknown";
import { xffPortNeedsAppend } from "./defects/xff-port-needs-append";
import { zoneMalformed } from "./defects/zone-malformed";
import { zoneOfAnotherRegion } from "./defects/zone-of-another-region";

/** Every defect, in the order of ids. */
export const allDefects: readonly Defect[] = [
  accessLogsOff,
  actionBlockOfAnotherType,
  actionOrderOutOfRange,
  actionOrderRepeated,
  actionTypeUnknown,
  actionWithoutRouting,
  algorithmUnknown,
  aliasZoneOfTheRecord,
  allPortsOpenToTheWorld,
  anomalyMitigationNeedsWeightedRandom,
  anomalyMitigationUnknown,
  appCookieInWeightedAction,
  appPortOpenToTheWorld,
  authenticateExtraParameters,
  authenticateIncomplete,
  authenticateOnHttp,
  authenticateSessionOutOfRange,
  autoScalingByLaunchConfiguration,
  autoScalingIgnoresHealthChecks,
  autoScalingInOneZone,
  autoScalingOutsideZones,
  autoScalingSizeContradicts,
  autoScalingWithoutCooldown,
  autoScalingWithoutGracePeriod,
  autoScalingWithoutNotifications,
  autoScalingWithoutTags,
  bucketNameMalformed,
  certificateDomainMalformed,
  certificateDomainTooLong,
  certificateKeyTooShort,
  certificateMalformed,
  certificateNotLogged,
  certificateOfAnotherRegion,
  certificateOnHttp,
  certificateReplacedNotBefore,
  certificateWildcard,
  cidrMalformed,
  clientAddressNotAppended,
  clientKeepAliveOutOfRange,
  conditionMixesKinds,
  conditionRepeated,
  conditionValueEmpty,
  conditionValueInvisible,
  conditionValueNeverMatches,
  crossZoneUnknown,
  defaultActionNeverUsed,
  defaultRouteByInstance,
  defaultSecurityGroupOpen,
  defaultVpcAdopted,
  deletionProtectionOff,
  deregistrationDelayOutOfRange,
  desyncModeMonitor,
  desyncModeUnknown,
  detailedMonitoringOff,
  dualstackWithoutIpv6,
  egressOpenToTheWorld,
  egressToTargetsClosed,
  elasticIpUnused,
  firewallNotLogged,
  firewallOfAnotherScope,
  firewallPriorityTaken,
  firewallRateOutOfRange,
  firewallRuleWithoutAction,
  firewallWithoutKnownBadInputs,
  firewallWithoutMetrics,
  firewallWithoutRules,
  fixedAddressOfLoadBalancer,
  fixedResponseBodyTooLong,
  fixedResponseStatusRefused,
  fixedResponseTypeRefused,
  forwardGroupGivenTwice,
  forwardWithoutGroup,
  gracePeriodTooShort,
  groupStickinessDurationOutOfRange,
  groupStickinessNeeded,
  grpcOrHttp2GroupNotOnlyForwarded,
  headerNameHost,
  headerNameMalformed,
  headerValueTooLong,
  healthCheckOff,
  healthCheckTypeUnknown,
  healthIntervalOutOfRange,
  healthMatcherMalformed,
  healthPathMalformed,
  healthPathNotServed,
  healthPortClosed,
  healthPortNotServed,
  healthPortOutOfRange,
  healthProtocolRefused,
  healthThresholdOutOfRange,
  healthTimeoutNotBelowInterval,
  healthTimeoutOutOfRange,
  hostMalformed,
  hostNotInCertificate,
  hostTooLong,
  httpsWithoutCertificate,
  idleTimeoutOutOfRange,
  imageIdMalformed,
  imageOfAnybody,
  instanceMetadataV1,
  instanceNotEbsOptimized,
  instancePublicAddress,
  instanceRefreshNeverStarted,
  instanceTypeMalformed,
  instanceWithManyInterfaces,
  instanceWithoutRole,
  internalNotIpv4,
  invalidHeadersKept,
  ipAddressTypeUnknown,
  ipv6RecordWithoutIpv6,
  keepAliveBelowIdleTimeout,
  keyNotRotated,
  keyOpenToAnybody,
  lambdaGroupWithPort,
  lambdaGroupWithServerAttribute,
  lambdaGroupWithTwoTargets,
  listenerAttributeMalformed,
  listenerCertificateNotManaged,
  listenerPortClosed,
  listenerPortMissing,
  listenerPortOutOfRange,
  listenerPortTaken,
  listenerProtocolRefused,
  loadBalancerNameRefused,
  loadBalancerNameTaken,
  loadBalancerOfTwoSubnetArguments,
  loadBalancerOpenBeyondListeners,
  loadBalancerWithoutFirewall,
  loadBalancerWithoutListener,
  loadBalancerWithoutSecurityGroup,
  logBucketEncryptedByKms,
  logBucketKeepsFailedUploads,
  logBucketLockedOut,
  logBucketMissing,
  logBucketNameDotted,
  logBucketOpenToAnybody,
  logBucketPublic,
  logBucketUnencrypted,
  logBucketUnversioned,
  logBucketWithAcls,
  logBucketWithoutLifecycle,
  logBucketWithoutPolicy,
  logBucketWithoutTls,
  logGroupRetentionShort,
  logGroupUnencrypted,
  logGroupWithoutRetention,
  logPrefixRefused,
  logRetentionRefused,
  metadataHopLimit,
  methodMalformed,
  mutualAuthenticationIncomplete,
  networkAclOpen,
  networkAclUnused,
  onUnauthenticatedRefused,
  pathMalformed,
  pathTooLong,
  pathWithDots,
  pathWithQuery,
  pathWithoutSlash,
  plainHttpListener,
  priorityNotSet,
  priorityOutOfRange,
  priorityTaken,
  protocolVersionNeedsHttps,
  protocolVersionUnknown,
  queryPairInValue,
  queryTooLong,
  rdpOpenToTheWorld,
  recordOutsideZone,
  redirectDowngrade,
  redirectLoop,
  redirectPartMalformed,
  redirectPlaceholderMisplaced,
  redirectProtocolWithoutPort,
  redirectStatusRefused,
  redirectToItself,
  regexMalformed,
  registrationPortOutOfRange,
  roleAdministrator,
  roleAssumedByAnybody,
  roleOfAnyRepository,
  roleTooWide,
  rootVolumeUnencrypted,
  routeFallsToDefault,
  routesOverlap,
  routingActionNotLast,
  ruleNeverMatches,
  ruleWithoutConditions,
  scalingTargetOutOfRange,
  secretsInUserData,
  securityDescriptionRefused,
  securityGroupNameRefused,
  securityGroupNameTaken,
  securityGroupOfAnotherVpc,
  securityGroupUndescribed,
  securityGroupUnused,
  securityRuleCidrMalformed,
  securityRulePortOutOfRange,
  securityRulePortsMissing,
  securityRulePortsReversed,
  securityRuleRepeated,
  securityRuleUndescribed,
  securityRuleWithoutPeer,
  securityRulesMixed,
  serverGroupWithOtherAttribute,
  serverNameRepeated,
  serverPortNotRegistered,
  slowStartNeedsRoundRobin,
  slowStartOutOfRange,
  sourceIpMalformed,
  sshOpenToTheWorld,
  sslPolicyOutdated,
  sslPolicyUnknown,
  stickinessCookieNameMissing,
  stickinessCookieNameRefused,
  stickinessCookieNameUnused,
  stickinessDurationOutOfRange,
  stickinessExcludesWeightedRandom,
  stickinessNeedsCrossZone,
  stickinessTypeUnknown,
  subnetCidrSize,
  subnetGivesPublicAddresses,
  subnetOutsideVpc,
  subnetTooSmall,
  subnetWithoutInternet,
  subnetsOfTwoVpcs,
  subnetsOverlap,
  tagRefused,
  targetGroupHealthOrder,
  targetGroupHealthOutOfRange,
  targetGroupNameRefused,
  targetGroupNameTaken,
  targetGroupOfAnotherVpc,
  targetGroupOfTwoLoadBalancers,
  targetGroupPortMissing,
  targetGroupPortOutOfRange,
  targetGroupProtocolMissing,
  targetGroupProtocolRefused,
  targetGroupUnreachable,
  targetGroupUnused,
  targetGroupVpcMissing,
  targetGroupWithoutTargets,
  targetIdMalformed,
  targetIpPublic,
  targetOfAnotherType,
  targetOfAnotherVpc,
  targetOutsideZones,
  targetPortClosed,
  targetRegisteredTwice,
  targetTypeUnknown,
  terminationProtectionOff,
  tooFewZones,
  tooManyCertificates,
  tooManyConditionValues,
  tooManyListeners,
  tooManyRules,
  tooManySecurityGroups,
  tooManySecurityRules,
  tooManyTags,
  tooManyTargets,
  tooManyWeightedGroups,
  tooManyWildcards,
  twoAuthenticateActions,
  twoRoutingActions,
  twoSubnetsInAZone,
  userDataChangeNotRun,
  userDataNotBase64,
  userDataTooLarge,
  valueRepeated,
  volumeUnencrypted,
  vpcCidrPublic,
  vpcCidrSize,
  vpcWithoutFlowLogs,
  wafInLocalZone,
  weightOutOfRange,
  weightedGroupRepeated,
  weightsAllZero,
  xffModeUnknown,
  xffPortNeedsAppend,
  zoneMalformed,
  zoneOfAnotherRegion,
];
