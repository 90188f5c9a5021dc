import { defaultVpcAdopted } from "../../../lab/lint/defects/default-vpc-adopted";
import { foundAt } from "../support/patched";

it("finds the VPC that everybody shares [CKV_AWS_148, AWS-0101]", () => {
  expect(foundAt(defaultVpcAdopted, { aws_default_vpc: { main: {} } })).toEqual(["aws_default_vpc.main"]);
});

it("says nothing of a VPC of its own, nor of one that is only looked up", () => {
  expect(foundAt(defaultVpcAdopted, { data: { aws_vpc: { main: { default: true } } } })).toEqual([]);
});
