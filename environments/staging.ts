import { defineEnvironment } from "./settings";

/**
 * Production's shape at a lower price: two services on one address, private instances behind one NAT gateway.
 * Give it `https` as in prod.ts once there is a domain for it.
 */
export const staging = defineEnvironment({
  name: "staging",
  zones: ["ap-northeast-2a", "ap-northeast-2c"],
  vpcCidr: "10.1.0.0/16",
  privateInstances: true,
  natGateways: "one",
  services: [{ name: "web" }, { name: "api", pathPrefix: "/api" }],
});
