import { at, only, topologyOf, unknownFor } from "./declare";

function loadBalancer(values: object, others = {}) {
  return only(topologyOf({ aws_lb: { a: values }, ...others }).loadBalancers);
}

describe("a load balancer", () => {
  it("that says nothing is an internet-facing application load balancer for IPv4 [TF3, TF4]", () => {
    expect(loadBalancer({})).toMatchObject({
      address: "aws_lb.a",
      type: "aws_lb",
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      subnets: [],
      zones: [],
    });
  });

  it("has every attribute's default [N40, N41, N43, N44, N45, N46, N47, N48, N49, N50, N51, N52, N53, N54, TF10, TF14]", () => {
    expect(loadBalancer({}).attributes).toEqual({
      idleTimeoutSeconds: 60,
      clientKeepAliveSeconds: 3600,
      desyncMitigationMode: "defensive",
      dropInvalidHeaderFields: false,
      preserveHostHeader: false,
      tlsVersionAndCipherHeaders: false,
      xffClientPort: false,
      xffHeaderProcessingMode: "append",
      http2: true,
      wafFailOpen: false,
      zonalShift: false,
      deletionProtection: false,
      accessLogs: { enabled: false },
      connectionLogs: { enabled: false },
    });
  });

  it("has the attributes that are set, numbers and truth values also as text", () => {
    const values = {
      name: "shop",
      internal: "true",
      load_balancer_type: "application",
      ip_address_type: "dualstack",
      idle_timeout: "4000",
      client_keep_alive: 60,
      desync_mitigation_mode: "strictest",
      drop_invalid_header_fields: true,
      preserve_host_header: true,
      enable_tls_version_and_cipher_suite_headers: true,
      enable_xff_client_port: true,
      xff_header_processing_mode: "remove",
      enable_http2: false,
      enable_waf_fail_open: true,
      enable_zonal_shift: true,
      enable_deletion_protection: true,
      access_logs: [{ bucket: "logs", prefix: "alb", enabled: true }],
      connection_logs: { bucket: "logs" },
    };
    expect(loadBalancer(values)).toMatchObject({
      name: "shop",
      internal: true,
      ipAddressType: "dualstack",
      attributes: {
        idleTimeoutSeconds: 4000,
        clientKeepAliveSeconds: 60,
        desyncMitigationMode: "strictest",
        dropInvalidHeaderFields: true,
        preserveHostHeader: true,
        tlsVersionAndCipherHeaders: true,
        xffClientPort: true,
        xffHeaderProcessingMode: "remove",
        http2: false,
        wafFailOpen: true,
        zonalShift: true,
        deletionProtection: true,
        accessLogs: { enabled: true, bucket: "logs", prefix: "alb" },
        connectionLogs: { enabled: false, bucket: "logs" }, // TF12
      },
    });
  });

  it("has no name and no DNS name before the apply where none is given [TF2]", () => {
    const { name, dnsName } = loadBalancer({ name_prefix: "shop" });
    expect(name).toEqual(unknownFor("at apply"));
    expect(dnsName).toEqual(unknownFor("at apply"));
  });

  it("has an unknown attribute, and says why, where the value is of another type or not known", () => {
    const values = { idle_timeout: "soon", client_keep_alive: [1], enable_http2: "perhaps", internal: {} };
    const { attributes, internal } = loadBalancer({ ...values, name: "$" + "{uuid()}" });
    expect(attributes.idleTimeoutSeconds).toEqual({ unknown: 'must be a number, got "soon"' });
    expect(attributes.clientKeepAliveSeconds).toEqual(unknownFor("must be a number"));
    expect(attributes.http2).toEqual({ unknown: 'must be true or false, got "perhaps"' });
    expect(internal).toEqual(unknownFor("must be true or false"));
  });

  it("is read under its old name too", () => {
    const topology = topologyOf({ aws_alb: { old: { name: "old" } } });
    expect(at(topology.loadBalancers, "aws_alb.old")).toMatchObject({ type: "aws_alb", name: "old" });
  });
});

describe("the zones of a load balancer", () => {
  const subnets = {
    aws_subnet: {
      a: { vpc_id: "vpc-1", availability_zone: "eu-west-1a" },
      b: { vpc_id: "vpc-1", availability_zone: "eu-west-1b" },
      b2: { vpc_id: "vpc-1", availability_zone: "eu-west-1b" },
      open: { vpc_id: "vpc-1" },
    },
  };

  it("are those of its subnets, each once", () => {
    const all = ["a", "b", "b2"].map((name) => `\${aws_subnet.${name}.id}`);
    const { subnets: links, zones } = loadBalancer({ subnets: all }, subnets);
    expect(links).toEqual(["a", "b", "b2"].map((name) => ({ address: `aws_subnet.${name}` })));
    expect(zones).toEqual(["eu-west-1a", "eu-west-1b"]);
  });

  it("are those of its subnet mappings [TF6]", () => {
    const subnet_mapping = [{ subnet_id: "${aws_subnet.b.id}" }, { subnet_id: "${aws_subnet.a.id}" }];
    expect(loadBalancer({ subnet_mapping }, subnets).zones).toEqual(["eu-west-1a", "eu-west-1b"]);
  });

  it("are unknown one by one where a subnet is declared elsewhere or does not say", () => {
    const { zones } = loadBalancer(
      { subnets: ["subnet-1", "${aws_subnet.a.id}", "${aws_subnet.open.id}"] },
      subnets,
    );
    expect(zones).toEqual([
      "eu-west-1a",
      unknownFor("availability_zone is not set"),
      unknownFor("zone of subnet-1 is not in the input"),
    ]);
  });

  it("are unknown as a whole where the list is", () => {
    const { zones } = loadBalancer({ subnets: "${var.subnets}" }, subnets);
    expect(zones).toEqual(unknownFor("var.subnets"));
  });
});

describe("the security groups of a load balancer", () => {
  const network = {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: { a: { vpc_id: "${aws_vpc.main.id}", availability_zone: "eu-west-1a" } },
  };

  it("are those it names", () => {
    const { securityGroups } = loadBalancer(
      { security_groups: ["sg-1", "${aws_security_group.web.id}"] },
      { aws_security_group: { web: {} } },
    );
    expect(securityGroups).toEqual([{ address: "aws_security_group.web" }, { external: "sg-1" }]);
  });

  it("are the default one of its VPC where it names none", () => {
    const declared = { aws_default_security_group: { main: { vpc_id: "${aws_vpc.main.id}" } } };
    const values = { subnets: ["${aws_subnet.a.id}"] };
    expect(loadBalancer(values, { ...network, ...declared }).securityGroups).toEqual([
      { address: "aws_default_security_group.main" },
    ]);
    expect(loadBalancer(values, network).securityGroups).toEqual([unknownFor("default group of its VPC")]);
  });

  it("are none at a network load balancer that names none", () => {
    expect(loadBalancer({ load_balancer_type: "network" }).securityGroups).toEqual([]);
  });

  it("are unknown one by one where an id is not that of a declared group", () => {
    const ids = ["${aws_vpc.main.default_security_group_id}", "${aws_vpc.main.id}"];
    const values = { security_groups: ids };
    expect(loadBalancer(values, network).securityGroups).toEqual([
      unknownFor("known after apply"),
      { unknown: "points at aws_vpc.main, which is not a security group" },
    ]);
  });
});
