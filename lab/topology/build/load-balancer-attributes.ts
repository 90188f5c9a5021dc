import type { LoadBalancerAttributes, LogDelivery } from "../model/load-balancer";
import type { Fields } from "./fields";

export function buildLoadBalancerAttributes(fields: Fields): LoadBalancerAttributes {
  return {
    idleTimeoutSeconds: fields.number("idle_timeout", 60),
    clientKeepAliveSeconds: fields.number("client_keep_alive", 3600),
    desyncMitigationMode: fields.text("desync_mitigation_mode", "defensive"),
    dropInvalidHeaderFields: fields.flag("drop_invalid_header_fields", false),
    preserveHostHeader: fields.flag("preserve_host_header", false),
    tlsVersionAndCipherHeaders: fields.flag("enable_tls_version_and_cipher_suite_headers", false),
    xffClientPort: fields.flag("enable_xff_client_port", false),
    xffHeaderProcessingMode: fields.text("xff_header_processing_mode", "append"),
    http2: fields.flag("enable_http2", true),
    wafFailOpen: fields.flag("enable_waf_fail_open", false),
    zonalShift: fields.flag("enable_zonal_shift", false),
    deletionProtection: fields.flag("enable_deletion_protection", false),
    accessLogs: buildLogDelivery(fields, "access_logs"),
    connectionLogs: buildLogDelivery(fields, "connection_logs"),
  };
}

function buildLogDelivery(fields: Fields, block: string): LogDelivery {
  const bucket = fields.textIfSet(`${block}.bucket`);
  const prefix = fields.textIfSet(`${block}.prefix`);
  return {
    enabled: fields.flag(`${block}.enabled`, false),
    ...(bucket === undefined ? {} : { bucket }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}
