import { userDataChangeNotRun } from "../../../lab/lint/defects/user-data-change-not-run";
import { foundAt, messagesOf } from "../support/patched";
import { webWith } from "../support/servers";

test.each([
  ["user_data", { user_data: "#!/bin/bash" }],
  ["user_data_base64", { user_data_base64: "IyEvYmluL2Jhc2g=", user_data_replace_on_change: "false" }],
])("finds %s that a change does not run again [OWN-08, G12]", (_, settings) => {
  expect(messagesOf(userDataChangeNotRun, webWith(settings))).toEqual([
    "user_data_replace_on_change must be true, got false",
  ]);
});

test.each([
  ["a server that is replaced", { user_data: "#!/bin/bash", user_data_replace_on_change: true }],
  ["a server without user data", { user_data_replace_on_change: false }],
  ["user data that nobody knows", { user_data: "${var.script}" }],
  [
    "a server of which nobody knows",
    { user_data: "#!/bin/bash", user_data_replace_on_change: "${var.replace}" },
  ],
])("says nothing of %s", (_, settings) => {
  expect(foundAt(userDataChangeNotRun, webWith(settings))).toEqual([]);
});
