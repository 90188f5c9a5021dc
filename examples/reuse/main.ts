import { App } from "cdktf";
import { OrdersStack } from "./orders-stack";

const app = new App();

// Everything of its own, thrown away and made again at will.
new OrdersStack(app, "test", {
  network: { zones: ["eu-central-1a", "eu-central-1b"], privateSubnets: true, natGateways: "one" },
  canaryWeight: 50,
});

// In the company's VPC and under its domain.
new OrdersStack(app, "live", {
  existingNetwork: {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    publicSubnets: [
      { zone: "eu-central-1a", subnetId: "subnet-0a1b2c3d4e5f60710" },
      { zone: "eu-central-1b", subnetId: "subnet-0a1b2c3d4e5f60711" },
    ],
    privateSubnets: [
      { zone: "eu-central-1a", subnetId: "subnet-0a1b2c3d4e5f60712" },
      { zone: "eu-central-1b", subnetId: "subnet-0a1b2c3d4e5f60713" },
    ],
  },
  https: { domainName: "orders.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  deletionProtection: true,
  canaryWeight: 5,
});

app.synth();
