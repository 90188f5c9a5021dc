import { userDataNotBase64 } from "../../../lab/lint/defects/user-data-not-base64";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const script = "#!/bin/sh\necho hello\n";
const encoded = Buffer.from(script).toString("base64");

const template = (user_data: unknown) => (resource: Shape) => {
  resource.aws_launch_template = { web: { user_data } };
};
const instance = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_instance.web, change);
};

it("refuses plain text in a launch template [B66]", () => {
  expect(linesIn(userDataNotBase64, template(script))).toEqual([
    "aws_launch_template.web: user_data must be base64, got plain text; encode it, such as with base64encode()",
  ]);
});

test.each([
  ["base64 that is cut off", template(encoded.slice(0, -1))],
  ["plain text in user_data_base64", instance({ user_data_base64: script })],
])("refuses %s", (_, change) => {
  expect(findIn(userDataNotBase64, change)).toHaveLength(1);
});

test.each([
  ["base64", template(encoded)],
  ["base64 in lines", template(`${encoded.slice(0, 8)}\n${encoded.slice(8)}`)],
  ["plain text of an instance", instance({ user_data: script })],
  ["what Terraform encodes", template('${base64encode("#!/bin/sh")}')],
  ["what nobody knows", template("${var.user_data}")],
  ["none", template("")],
])("is silent about %s", (_, change) => {
  expect(findIn(userDataNotBase64, change)).toEqual([]);
});
