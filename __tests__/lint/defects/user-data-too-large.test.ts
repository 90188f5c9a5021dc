import { gzipSync } from "node:zlib";
import { userDataTooLarge } from "../../../lab/lint/defects/user-data-too-large";
import { serverData } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const LIMIT = 16_384;
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64");
const text = (length: number) => `#!/bin/sh\n${"#".repeat(length - 10)}`;

const onInstance = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_instance.web, change);
};
const onTemplate = (user_data: unknown) => (resource: Shape) => {
  resource.aws_launch_template = { web: { user_data } };
};

it("refuses a byte more than EC2 takes [N11, B65]", () => {
  expect(linesIn(userDataTooLarge, onInstance({ user_data: text(LIMIT + 1) }))).toEqual([
    "aws_instance.web: user data must be at most 16384 bytes before base64, got 16385; " +
      "pack it with gzip, or have it fetch the rest at the first start",
  ]);
  expect(findIn(userDataTooLarge, onInstance({ user_data: text(LIMIT) }))).toEqual([]);
});

test.each([
  [
    "base64, which the provider does not measure [TF71]",
    onInstance({ user_data_base64: base64(text(17_000)) }),
  ],
  ["user_data that is base64 already", onInstance({ user_data: base64(text(17_000)) })],
  ["a launch template, which nobody measures", onTemplate(base64(text(17_000)))],
  ["characters of several bytes", onInstance({ user_data: `#${"ü".repeat(8_192)}` })],
  [
    "a launch configuration",
    (resource: Shape) => {
      resource.aws_launch_configuration = { web: { user_data: text(17_000) } };
    },
  ],
])("refuses %s", (_, change) => {
  expect(findIn(userDataTooLarge, change)).toHaveLength(1);
});

test.each([
  ["base64 that is longer than what it stands for", onTemplate(base64(text(LIMIT)))],
  ["what is packed", onInstance({ user_data_base64: base64(gzipSync(text(60_000))) })],
  ["the embedded server", onInstance({ user_data_base64: serverData() })],
  ["what nobody knows", onInstance({ user_data: `${text(17_000)}\${var.more}` })],
  ["none", onTemplate(null)],
])("is silent about %s", (_, change) => {
  expect(findIn(userDataTooLarge, change)).toEqual([]);
});
