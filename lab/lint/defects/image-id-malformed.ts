import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { textOf } from "../policy";
import { INSTANCES } from "../servers";
import { quoted } from "../values";

const IMAGE = /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/;
/** A launch template may leave it to a parameter, which EC2 looks up at launch. */
const PARAMETER = /^resolve:ssm:[\w./:-]+$/;

/** An image is named by its id. */
export const imageIdMalformed: Defect = {
  id: "image-id-malformed",
  severity: "error",
  facts: ["B63"],
  *find(subject) {
    for (const server of subject.resources(...INSTANCES, "aws_launch_template", "aws_launch_configuration")) {
      const argument = INSTANCES.includes(server.type) ? "ami" : "image_id";
      const id = textOf(server, [argument], "");
      if (id === undefined || id === "" || fits(server, id)) continue;
      yield {
        at: server,
        message: `${argument} must be the id of an image, got ${quoted(id)}`,
        fix: "give ami- and 8 or 17 hexadecimal digits, as EC2 shows it in this region",
      };
    }
  },
};

function fits({ type }: Resource, id: string): boolean {
  return IMAGE.test(id) || (type === "aws_launch_template" && PARAMETER.test(id));
}
