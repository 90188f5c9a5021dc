import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { AlbWithTargetGroup, ExpressService, LabNetwork } from "alb-lab";
import { App, S3Backend, TerraformStack } from "cdktf";

const region = "eu-central-1";
const app = new App();

for (const environment of ["dev", "staging", "prod"]) {
  const stack = new TerraformStack(app, environment);
  new AwsProvider(stack, "aws", { region });
  // without a bucket every plan would start from nothing
  new S3Backend(stack, {
    bucket: "shop-terraform-state",
    key: `shop/${environment}.tfstate`,
    region,
    encrypt: true,
  });
  stack.addOverride("terraform.backend.s3.use_lockfile", true);

  const network = new LabNetwork(stack, "network", { zones: ["eu-central-1a", "eu-central-1b"] });
  const alb = new AlbWithTargetGroup(stack, "alb", { network });
  new ExpressService(stack, "web", { alb, instances: environment === "prod" ? 4 : 2 });
  new ExpressService(stack, "api", { alb, route: { pathPrefix: "/api" } });
}

app.synth();
