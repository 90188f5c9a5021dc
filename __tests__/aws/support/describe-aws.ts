import { type GatherOptions, gatherFromAws } from "../../../lab/aws";
import type { Evidence } from "../../../lab/doctor";
import { type Moto, startMoto } from "../../e2e/support/moto";
import { describeWithTools } from "../../e2e/support/tools";
import { useDummyAccount } from "./account";
import { type Front, startFront } from "./front";
import { makeSmallLab, type SmallLab } from "./small-lab";

/** A deployed lab with a server in front of the emulator that can be told what to answer. */
export interface DeployedLab {
  readonly front: Front;
  readonly lab: SmallLab;
  /** URL of the emulator behind the server. */
  readonly emulator: string;
  /** What is gathered of the load balancer `shop`. */
  gather(options?: GatherOptions): Promise<Evidence>;
}

/** A suite that runs against the small lab `shop`; what a test has had answered is forgotten after it. */
export function describeAws(name: string, suite: (deployed: () => DeployedLab) => void): void {
  describeWithTools(name, ["moto_server"], () => {
    let moto: Moto;
    let front: Front;
    let lab: SmallLab;

    beforeAll(async () => {
      useDummyAccount();
      moto = await startMoto();
      lab = await makeSmallLab(moto.url, "shop");
      front = await startFront(moto.url);
    });
    afterEach(() => {
      front.answers.clear();
      front.asked.length = 0;
    });
    afterAll(async () => {
      await front?.stop();
      await moto?.stop();
    });

    suite(() => ({
      front,
      lab,
      emulator: moto.url,
      gather: (options = {}) =>
        gatherFromAws({
          endpoint: front.url,
          region: "ap-northeast-2",
          loadBalancerName: "shop",
          now: () => 1_000,
          ...options,
        }),
    }));
  });
}
