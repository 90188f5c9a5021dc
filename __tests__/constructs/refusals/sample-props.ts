export const vpcId = "vpc-0123456789abcdef0";
export const certificateArn = "arn:aws:acm:ap-northeast-2:123456789012:certificate/0a1b2c3d";
export const groupArn =
  "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/a/0123456789abcdef";
export const albArn =
  "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:loadbalancer/app/a/0123456789abcdef";
export const zones = ["ap-northeast-2a", "ap-northeast-2c"];

const healthCheck = {
  path: "/health",
  port: 3000,
  protocol: "HTTP",
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: "200",
};

export const targetGroup = {
  port: 3000,
  protocol: "HTTP",
  protocolVersion: "HTTP1",
  targetType: "instance",
  healthCheck,
  nameStem: "web",
  deregistrationDelaySeconds: 30,
  algorithm: "round_robin",
  anomalyMitigation: false,
  crossZone: "true",
  slowStartSeconds: 30,
  stickiness: { type: "app_cookie", cookieName: "sid", durationSeconds: 60 },
  targetGroupHealth: {
    dnsFailover: { count: 2, percentage: "off" },
    unhealthyStateRouting: { count: 1, percentage: 10 },
  },
};

export const attributes = {
  idleTimeoutSeconds: 60,
  clientKeepAliveSeconds: 3600,
  desyncMitigationMode: "defensive",
  dropInvalidHeaderFields: true,
  preserveHostHeader: false,
  tlsVersionAndCipherSuiteHeaders: false,
  xffClientPort: false,
  xffHeaderProcessingMode: "append",
  http2: true,
  wafFailOpen: false,
  zonalShift: false,
  deletionProtection: false,
  accessLogs: { bucketName: "logs", prefix: "alb", dependsOn: [] },
  connectionLogs: { bucketName: "logs", prefix: "connections", dependsOn: [] },
};

export const options = {
  basePath: "/api",
  instanceType: "t3.micro",
  nodeMajor: 24,
  drainSeconds: 10,
  publicAddress: true,
  detailedMonitoring: false,
  terminationProtection: false,
  replaceOnUserDataChange: true,
};

export const template = { architecture: "x86_64", imageId: "ami-0123456789abcdef0", rootVolumeGib: 8 };

const shared = {
  onUnauthenticatedRequest: "deny",
  scope: "openid",
  sessionCookieName: "session",
  sessionTimeoutSeconds: 60,
  extraParameters: { prompt: "login" },
};

export const cognito = {
  userPoolArn: "arn:aws:cognito-idp:ap-northeast-2:123456789012:userpool/ap-northeast-2_a",
  userPoolClientId: "client",
  userPoolDomain: "lab",
  ...shared,
};

export const oidc = {
  issuer: "https://id.example.com",
  authorizationEndpoint: "https://id.example.com/a",
  tokenEndpoint: "https://id.example.com/t",
  userInfoEndpoint: "https://id.example.com/u",
  clientId: "client",
  ...shared,
};

export const conditions = [
  { hostHeader: ["a.example.com"] },
  { pathPattern: ["/a"] },
  { httpHeader: { name: "X-A", values: ["1"] } },
  { httpRequestMethod: ["GET"] },
  { queryString: [{ key: "a", value: "1" }] },
];

export const redirect = {
  protocol: "HTTPS",
  host: "#{host}",
  port: 444,
  path: "/#{path}",
  query: "#{query}",
  permanent: true,
};

export const labProps = {
  name: "lab-dev",
  region: "ap-northeast-2",
  account: "123456789012",
  zones,
  vpcCidr: "10.0.0.0/16",
  privateInstances: true,
  natGateways: "one",
  internal: false,
  allowedCidrs: ["0.0.0.0/0"],
  https: { certificateArn, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06", redirectHttp: true },
  deletionProtection: false,
  accessLogs: { retentionDays: 30 },
  flowLogs: { retentionDays: 30 },
  idleTimeoutSeconds: 60,
  deregistrationDelaySeconds: 30,
  detailedMonitoring: false,
  instanceTerminationProtection: false,
  retiring: false,
  healthCheck,
  services: [
    { name: "web", instances: 2, port: 3000, instanceType: "t3.micro", architecture: "x86_64" },
    {
      name: "api",
      instances: 1,
      port: 3000,
      pathPrefix: "/api",
      hosts: ["api.example.com"],
      instanceType: "t3.micro",
      architecture: "x86_64",
      imageId: "ami-0123456789abcdef0",
    },
  ],
  stateBucket: { bucket: "lab-state", region: "ap-northeast-2", key: "lab/dev.tfstate" },
  tags: { Team: "web" },
  moves: [{ from: "aws_lb.old", to: "aws_lb.new" }],
};
