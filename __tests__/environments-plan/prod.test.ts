import { placeholdersIn, selectEnvironments } from "../../environments";
import { synthesizeLab, synthesizeTeamProd } from "../support/synthesize";
import { dependsOn, hasPublicAddress, valueAt } from "../support/synthesized-stack";

const prod = synthesizeLab("prod");
const team = synthesizeTeamProd();

test("prod cannot be deleted by accident", () => {
  expect(prod.only("aws_lb").fields.enable_deletion_protection).toBe(true); // G31
  for (const { fields } of prod.all("aws_instance")) expect(fields.disable_api_termination).toBe(true);
  expect(prod.only("aws_s3_bucket").fields.force_destroy).toBe(false);
});

// G31
test("a retiring prod has no protection left and keeps every address", () => {
  const retiring = synthesizeLab("prod", { retiring: true });
  expect(retiring.only("aws_lb").fields.enable_deletion_protection).toBe(false);
  for (const { fields } of retiring.all("aws_instance")) expect(fields.disable_api_termination).toBe(false);
  expect(retiring.only("aws_s3_bucket").fields.force_destroy).toBe(true);
  expect(retiring.addresses).toEqual(prod.addresses);
});

test("prod serves HTTPS under its domain and redirects from port 80", () => {
  expect(prod.only("aws_lb_listener", "alb_https").fields).toMatchObject({
    port: 443,
    protocol: "HTTPS",
    ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  });
  expect(valueAt(prod.only("aws_lb_listener", "alb_http_").fields, "default_action.redirect")).toMatchObject({
    protocol: "HTTPS",
    port: "443",
    status_code: "HTTP_301",
  });
  expect(team.json.output?.url?.value).toBe("https://lab.team.dev");
});

// G24
test("prod's listener waits for the certificate, and the alias record names the load balancer", () => {
  const listener = prod.only("aws_lb_listener", "alb_https");
  expect(prod.resolve(listener.fields.certificate_arn).type).toBe("aws_acm_certificate_validation");
  const alias = prod.only("aws_route53_record", "alb_alias");
  expect(prod.resolve(valueAt(alias.fields, "alias.zone_id"))).toBe(prod.only("aws_lb"));
});

test("prod routes on the HTTPS listener only", () => {
  const https = prod.only("aws_lb_listener", "alb_https");
  for (const { fields } of prod.all("aws_lb_listener_rule"))
    expect(prod.resolve(fields.listener_arn)).toBe(https);
  expect(prod.all("aws_lb_listener_rule")).toHaveLength(1);
});

// G27, G28, OWN-19
test("prod's access logs go to a bucket that only the region's writer may fill, for one account", () => {
  const alb = team.only("aws_lb");
  expect(alb.fields.access_logs).toMatchObject({ enabled: true, prefix: "alb" });
  expect(dependsOn(alb)).toContain(team.only("aws_s3_bucket_policy").address);
  const { Statement } = JSON.parse(String(team.only("aws_s3_bucket_policy").fields.policy));
  const bucket = team.only("aws_s3_bucket").address;
  expect(Statement.filter(({ Effect }: { Effect: string }) => Effect === "Allow")).toEqual([
    {
      Sid: "LoadBalancerWritesLogs",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::600734575887:root" },
      Action: "s3:PutObject",
      Resource: `\${${bucket}.arn}/alb/AWSLogs/210987654321/*`,
    },
  ]);
});

test("prod has private instances in two zones, each zone with a NAT gateway of its own", () => {
  expect(prod.all("aws_nat_gateway")).toHaveLength(2);
  for (const instance of prod.all("aws_instance")) {
    expect(hasPublicAddress(prod, instance)).toBe(false);
    expect(prod.resolve(instance.fields.subnet_id).name).toContain("private");
  }
});

test("prod's network traffic is logged and kept for a year", () => {
  expect(prod.resolve(prod.only("aws_flow_log").fields.vpc_id)).toBe(prod.only("aws_vpc"));
  expect(prod.only("aws_cloudwatch_log_group").fields.retention_in_days).toBe(365);
});

test("prod's targets have two minutes to finish, and its instances are watched every minute", () => {
  for (const { fields } of prod.all("aws_lb_target_group")) expect(fields.deregistration_delay).toBe("120");
  for (const { fields } of prod.all("aws_instance")) expect(fields.monitoring).toBe(true);
});

test("what only the team knows is named, and nothing is left once it is set", () => {
  const [environment] = selectEnvironments(["prod"]);
  expect(placeholdersIn(environment!).map(({ key }) => key)).toEqual([
    "https.domainName",
    "https.hostedZoneId",
    "account",
  ]);
  expect(team.json.provider?.aws?.[0]?.allowed_account_ids).toEqual(["210987654321"]);
});

test("prod with a certificate that exists makes neither certificate nor records", () => {
  const certificateArn = "arn:aws:acm:ap-northeast-2:210987654321:certificate/0a1b2c3d";
  const stack = synthesizeLab("prod", { https: { certificateArn } });
  expect(stack.only("aws_lb_listener", "alb_https").fields.certificate_arn).toBe(certificateArn);
  expect([...stack.all("aws_acm_certificate"), ...stack.all("aws_route53_record")]).toEqual([]);
});

// G16
// instances take the zones in turn, so they move; no address changes
test("a zone less takes only the addresses of what is in it", () => {
  const three = ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"];
  const before = synthesizeLab("prod", { zones: three });
  const less = synthesizeLab("prod", { zones: three.slice(1) });
  expect(less.addresses.filter((address) => before.find(address) === undefined)).toEqual([]);
  const gone = before.addresses.filter((address) => less.find(address) === undefined);
  for (const address of gone) expect(address).toContain("ap-northeast-2a");
});
