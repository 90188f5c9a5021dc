import { calls } from "../../../lab/aws/asking/calls";
import type { Asked, Reply, Responder } from "./front";

/** Service of a call: `elasticloadbalancing`, `ec2` or `ssm`. */
function serviceOf(action: string): string {
  return calls[action as keyof typeof calls]?.prefix ?? "ec2";
}

/**
 * An error in the shape that the service of the call gives it; the message is as long and as talkative as
 * AWS's are.
 */
export function errorReply(action: string, code: string, message = "no"): Reply {
  const service = serviceOf(action);
  if (service === "ssm") return { status: 400, body: JSON.stringify({ __type: code, message }) };
  const error = `<Code>${code}</Code><Message>${message}</Message>`;
  const body =
    service === "ec2"
      ? `<?xml version="1.0" encoding="UTF-8"?><Response><Errors><Error>${error}</Error></Errors><RequestID>r-1</RequestID></Response>`
      : `<ErrorResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><Error><Type>Sender</Type>${error}</Error><RequestId>r-1</RequestId></ErrorResponse>`;
  return { status: 403, body };
}

/** How each service refuses a caller who lacks the permission. */
export function denial(action: string): Reply {
  const service = serviceOf(action);
  const message = `User: arn:aws:iam::123456789012:user/dev is not authorized to perform: ${service}:${action}`;
  if (service === "ec2")
    return errorReply(
      action,
      "UnauthorizedOperation",
      `${message}. Encoded authorization failure message: abc`,
    );
  return errorReply(action, service === "ssm" ? "AccessDeniedException" : "AccessDenied", message);
}

/** One target of DescribeTargetHealth. */
export interface TargetReply {
  readonly id: string;
  readonly port: number;
  readonly state: string;
  readonly reason?: string;
  readonly description?: string;
}

export function targetHealth(targets: readonly TargetReply[]): Responder {
  const members = targets.map(({ id, port, state, reason, description }) => {
    const tags = [element("State", state), element("Reason", reason), element("Description", description)];
    return `<member><HealthCheckPort>${port}</HealthCheckPort><Target><Id>${id}</Id><Port>${port}</Port></Target><TargetHealth>${tags.join("")}</TargetHealth></member>`;
  });
  return ({ action }) =>
    elbReply(action, `<TargetHealthDescriptions>${members.join("")}</TargetHealthDescriptions>`);
}

export function elbReply(action: string, result: string): Reply {
  return {
    body: `<${action}Response xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

export function ec2Reply(action: string, result: string): Reply {
  return {
    body: `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r-1</requestId>${result}</${action}Response>`,
  };
}

/** What a machine has printed, as EC2 gives it. */
export function consoleOutput(text: string): Responder {
  return ({ action, parameters }: Asked) => {
    const output = Buffer.from(text, "utf8").toString("base64");
    const result = `<instanceId>${parameters.InstanceId}</instanceId><timestamp>2026-01-01T00:00:00.000Z</timestamp><output>${output}</output>`;
    return ec2Reply(action, result);
  };
}

function element(name: string, text: string | undefined): string {
  return text === undefined ? "" : `<${name}>${text}</${name}>`;
}
