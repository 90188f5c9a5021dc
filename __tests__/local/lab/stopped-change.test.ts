import { get } from "node:http";
import type { Lab } from "../../../lab/local";
import { labOf } from "../conformance/connected-lab";
import { startHttpTarget } from "../http/support/lab";
import { labTopology } from "./lab-config";
import { urlOf } from "./run-lab";

describe("a lab that is stopped while it changes", () => {
  it("opens no listener and leaves no server, and the change is given up without a word [P-55]", async () => {
    const lab = await labOf({ a: await startHttpTarget() });
    const changing = lab.change(
      labTopology({
        groups: { web: { servers: [{ name: "a", foreign: true }, { name: "b" }] } },
        listener: { port: 8765 },
      }),
    );
    const url = urlOf(lab);
    while (portOf(lab) !== "8765") await new Promise(setImmediate);
    await lab.stop();
    await changing;
    for (const left of [url, urlOf(lab)].filter((known) => known !== ""))
      await expect(reach(left)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(
      lab.snapshot().groups.flatMap(({ targets }) => targets.filter(({ pid }) => pid !== undefined)),
    ).toEqual([]);
  });
});

function portOf(lab: Lab): string | undefined {
  return lab.snapshot().loadBalancers[0]?.listeners[0]?.port;
}

function reach(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      resolve();
    }).on("error", reject);
  });
}
