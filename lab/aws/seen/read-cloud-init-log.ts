import type { SSM } from "@aws-sdk/client-ssm";
import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { endOf } from "./read-console";

const READ_ONLY = "tail -n 200 /var/log/cloud-init-output.log";

/** A command that is not done by then belongs to a machine that does not answer. */
const LONGEST_WAIT_SECONDS = 30;

/**
 * The end of the cloud-init log of an instance, read there by a command that Session Manager runs; undefined:
 * it cannot be seen. The command reads one file and changes nothing, but it is a command.
 */
export async function readCloudInitLog(sdk: Sdk, ask: Ask, InstanceId: string): Promise<string | undefined> {
  const { ssm } = sdk;
  if (ssm === undefined) return undefined;
  const sent = await ask.one("SendCommand", InstanceId, () =>
    ssm.sendCommand({
      DocumentName: "AWS-RunShellScript",
      InstanceIds: [InstanceId],
      Parameters: { commands: [READ_ONLY] },
      TimeoutSeconds: LONGEST_WAIT_SECONDS,
    }),
  );
  const CommandId = sent?.Command?.CommandId;
  if (CommandId === undefined) return undefined;
  const answer = await ask.one("GetCommandInvocation", InstanceId, () =>
    resultOf(ssm, { CommandId, InstanceId }),
  );
  return endOf(answer?.StandardOutputContent ?? "");
}

/**
 * The waiter of the SDK takes a refusal for something that passes, so that the first question is asked
 * without it.
 */
async function resultOf(ssm: SSM, command: { readonly CommandId: string; readonly InstanceId: string }) {
  const first = await ssm.getCommandInvocation(command).catch((error: Error) => {
    if (error.name === "InvocationDoesNotExist") return undefined;
    throw error;
  });
  if (first?.Status === "Success") return first;
  const waiting = { maxWaitTime: LONGEST_WAIT_SECONDS, minDelay: 1, maxDelay: 2 };
  // how it ended is read from the result
  await ssm.waitUntilCommandExecuted(command, waiting).catch(() => undefined);
  const last = await ssm.getCommandInvocation(command);
  if (last.Status === "Success") return last;
  throw Object.assign(new Error("the command did not succeed"), { name: `Command${last.Status}` });
}
