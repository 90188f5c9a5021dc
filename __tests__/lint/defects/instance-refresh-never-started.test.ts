import { instanceRefreshNeverStarted } from "../../../lab/lint/defects/instance-refresh-never-started";
import { foundAt, messagesOf } from "../support/patched";
import { scalingWith } from "../support/servers";

const refresh = { instance_refresh: { strategy: "Rolling" } };
const versioned = (version: unknown) => ({ launch_template: { id: "lt-0123456789abcdef0", version } });
const mixed = (version: string) => ({
  launch_template: null,
  mixed_instances_policy: [{ launch_template: [{ launch_template_specification: { version } }] }],
});

test.each([
  ["$Latest", versioned("$Latest"), "$Latest"],
  ["$Default", versioned("$Default"), "$Default"],
  ["no version", versioned(null), "$Default"],
  ["$Latest of a mixed group", mixed("$Latest"), "$Latest"],
])("finds a refresh with %s [OWN-18, G7]", (_, template, got) => {
  expect(messagesOf(instanceRefreshNeverStarted, scalingWith({ ...refresh, ...template }))).toEqual([
    `launch_template version must be a number with instance_refresh, got "${got}"`,
  ]);
});

test.each([
  ["a version that changes", { ...refresh, ...versioned("${aws_launch_template.web.latest_version}") }],
  ["a number", { ...refresh, ...versioned(3) }],
  ["$Latest where nobody asked for a refresh", versioned("$Latest")],
])("says nothing of %s", (_, settings) => {
  expect(foundAt(instanceRefreshNeverStarted, scalingWith(settings))).toEqual([]);
});
