import { lambdaGroupWithPort } from "../../../lab/lint/defects/lambda-group-with-port";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

it.each([
  [{ port: 80 }, "port"],
  [{ protocol: "HTTP" }, "protocol"],
  [{ vpc_id: "vpc-1" }, "vpc_id"],
  [{ vpc_id: "${aws_vpc.main.id}" }, "vpc_id"],
  [{ port: 80, protocol: "HTTP", protocol_version: "HTTP1" }, "port, protocol and protocol_version"],
])("warns of %j, which have no effect [TF22]", (settings, got) => {
  expect(findIn(lambdaGroupWithPort, functionGroupWith(settings))).toMatchObject([
    {
      severity: "warning",
      message: `a group of type lambda must have no port, protocol or vpc_id, got ${got}`,
    },
  ]);
});

it("is silent about a group with nothing of it, and one as a state shows it", () => {
  expect(findIn(lambdaGroupWithPort, functionGroupWith({}))).toEqual([]);
  expect(findIn(lambdaGroupWithPort, functionGroupWith({ port: 0, protocol: "", vpc_id: "" }))).toEqual([]);
});

it("is silent about servers, and about what nobody knows yet", () => {
  expect(findIn(lambdaGroupWithPort, groupWith({}))).toEqual([]);
  expect(findIn(lambdaGroupWithPort, groupWith({ target_type: "${var.type}" }))).toEqual([]);
  expect(findIn(lambdaGroupWithPort, functionGroupWith({ port: "${var.port}" }))).toEqual([]);
});
