import type { Attributes, SeenLoadBalancer } from "../seen/seen";
import { type StateResource, unseen, type Values } from "./state-resource";

/** Arguments of `aws_lb` by the keys of the attributes that they set. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  "client_keep_alive.seconds": "client_keep_alive",
  "deletion_protection.enabled": "enable_deletion_protection",
  "idle_timeout.timeout_seconds": "idle_timeout",
  "load_balancing.cross_zone.enabled": "enable_cross_zone_load_balancing",
  "routing.http.desync_mitigation_mode": "desync_mitigation_mode",
  "routing.http.drop_invalid_header_fields.enabled": "drop_invalid_header_fields",
  "routing.http.preserve_host_header.enabled": "preserve_host_header",
  "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "enable_tls_version_and_cipher_suite_headers",
  "routing.http.xff_client_port.enabled": "enable_xff_client_port",
  "routing.http.xff_header_processing.mode": "xff_header_processing_mode",
  "routing.http2.enabled": "enable_http2",
  "waf.fail_open.enabled": "enable_waf_fail_open",
  "zonal_shift.config.enabled": "enable_zonal_shift",
};

export function loadBalancerState({ facts, attributes, listeners }: SeenLoadBalancer): StateResource {
  const { LoadBalancerArn, LoadBalancerName = "", AvailabilityZones = [] } = facts;
  const subnets = AvailabilityZones.flatMap(({ SubnetId }) => SubnetId ?? []);
  return {
    type: "aws_lb",
    label: LoadBalancerName,
    values: {
      id: LoadBalancerArn,
      arn: LoadBalancerArn,
      name: LoadBalancerName,
      load_balancer_type: facts.Type,
      internal: facts.Scheme === "internal",
      ip_address_type: facts.IpAddressType,
      dns_name: facts.DNSName,
      zone_id: facts.CanonicalHostedZoneId,
      vpc_id: facts.VpcId,
      security_groups: facts.SecurityGroups ?? [],
      subnets,
      subnet_mapping: subnets.map((subnet_id) => ({ subnet_id })),
      ...Object.fromEntries(
        Object.entries(ARGUMENTS).map(([key, argument]) => [argument, attributes?.[key]] as const),
      ),
      access_logs: [deliveryOf(attributes, "access_logs")],
      connection_logs: [deliveryOf(attributes, "connection_logs")],
    },
    ...unseen({ DescribeLoadBalancerAttributes: attributes, DescribeListeners: listeners }),
  };
}

function deliveryOf(attributes: Attributes | undefined, kind: string): Values {
  const part = (name: string) => attributes?.[`${kind}.s3.${name}`];
  return { enabled: part("enabled"), bucket: part("bucket"), prefix: part("prefix") };
}
