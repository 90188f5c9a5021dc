import type { Endpoint } from "../../../lab/local/http";
import { closeAll, startHttpTarget, startLab } from "./support/lab";

afterEach(closeAll);

const GET = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";

/** A lab whose only target answered from one place, and from now on does from another. */
async function movedTarget() {
  const [first, second] = [await startHttpTarget(), await startHttpTarget()];
  const endpoints: Endpoint[] = [first.endpoint];
  const lab = await startLab(endpoints);
  const client = await lab.client();
  await client.send(GET).answers(1);
  const { key } = first.endpoint;
  endpoints[0] = { ...second.endpoint, key };
  return { lab, client, key, first, second };
}

describe("connections to a target that is reached elsewhere now", () => {
  it("are replaced, and the new one is counted and reused", async () => {
    const { lab, client, key, first, second } = await movedTarget();
    const answers = await client.send(GET + GET).answers(3);
    expect(answers.map(({ body }) => body)).toEqual(["ok", "ok", "ok"]);
    expect([first.heads.length, second.heads.length, lab.targets.opened]).toEqual([1, 2, 2]);
    expect([lab.targets.count(key), lab.targets.idle(key)]).toEqual([1, 1]);
  });

  it("are broken off with the others when it is deregistered [S42]", async () => {
    const { lab, client, key, second } = await movedTarget();
    await client.send(GET).answers(2);
    lab.targets.close(key);
    expect([lab.targets.count(), lab.targets.idle()]).toEqual([0, 0]);
    await Promise.all([...second.sockets].map((socket) => new Promise((done) => socket.once("close", done))));
  });
});
