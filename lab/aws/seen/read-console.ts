import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";

/** How much of its end is kept. */
const MOST_LINES = 200;
const MOST_BYTES = 65_536;

/**
 * The end of what an instance has printed at boot. What it holds is passed on as it is; undefined: nothing
 * yet, or it cannot be seen.
 */
export async function readConsole(sdk: Sdk, ask: Ask, InstanceId: string): Promise<string | undefined> {
  const answer = await ask.one("GetConsoleOutput", InstanceId, async () => {
    try {
      return await sdk.ec2.getConsoleOutput({ InstanceId, Latest: true });
    } catch (error) {
      // older instance types have what was recorded at boot only
      if (error instanceof Error && error.name === "UnsupportedOperation")
        return sdk.ec2.getConsoleOutput({ InstanceId });
      throw error;
    }
  });
  return endOf(Buffer.from(answer?.Output ?? "", "base64").toString("utf8"));
}

/** The last lines of a text, in so many bytes at most, whole characters; undefined: there is none. */
export function endOf(text: string): string | undefined {
  const lines = text.replace(/\r\n/g, "\n").trimEnd().split("\n").slice(-MOST_LINES).join("\n");
  const bytes = Buffer.from(lines, "utf8");
  const end = bytes.subarray(Math.max(0, bytes.length - MOST_BYTES));
  // a character that was cut begins with bytes that continue one
  const start = end.findIndex((byte) => (byte & 0xc0) !== 0x80);
  const kept = end.subarray(Math.max(0, start)).toString("utf8");
  return kept === "" ? undefined : kept;
}
