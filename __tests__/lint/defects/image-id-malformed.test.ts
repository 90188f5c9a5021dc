import { imageIdMalformed } from "../../../lab/lint/defects/image-id-malformed";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const ofImage = (ami: string) => (resource: Shape) => {
  resource.aws_instance.web.ami = ami;
};
const templated = (image_id: string) => (resource: Shape) => {
  resource.aws_launch_template = { web: { image_id } };
};

test.each([
  "amazon-linux-2023",
  "ami-12345",
  "ami-0123456789abcdefg",
  "AMI-0123456789abcdef0",
  "resolve:ssm:/aws/service/x",
])("refuses %j as the image of an instance [B63]", (ami) => {
  expect(findIn(imageIdMalformed, ofImage(ami))).toMatchObject([
    { address: "aws_instance.web", message: `ami must be the id of an image, got ${JSON.stringify(ami)}` },
  ]);
});

test.each(["ami-01234567", "ami-0123456789abcdef0", "${data.aws_ami.this.id}"])(
  "says nothing of %s",
  (ami) => {
    expect(findIn(imageIdMalformed, ofImage(ami))).toEqual([]);
  },
);

it("takes a parameter in a launch template, and nothing else that is no id", () => {
  expect(findIn(imageIdMalformed, templated("resolve:ssm:/aws/service/ami-amazon-linux-latest/x"))).toEqual(
    [],
  );
  expect(findIn(imageIdMalformed, templated("latest"))).toMatchObject([
    { address: "aws_launch_template.web" },
  ]);
});
