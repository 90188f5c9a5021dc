import { metadataHopLimit } from "../../../lab/lint/defects/metadata-hop-limit";
import { foundAt, messagesOf } from "../support/patched";
import { webWith } from "../support/servers";

const options = (hops: unknown) => ({ metadata_options: { http_put_response_hop_limit: hops } });

test.each([2, "64"])("finds %p hops at a server [OWN-13]", (hops) => {
  expect(messagesOf(metadataHopLimit, webWith(options(hops)))).toEqual([
    `metadata_options http_put_response_hop_limit must be 1, got ${hops}`,
  ]);
});

it("finds them at a template of a group [CKV_AWS_341]", () => {
  expect(foundAt(metadataHopLimit, { aws_launch_template: { one: options(2) } })).toEqual([
    "aws_launch_template.one",
  ]);
});

test.each([1, null, "${var.hops}"])("says nothing of %p", (hops) => {
  expect(foundAt(metadataHopLimit, webWith(options(hops)))).toEqual([]);
});
