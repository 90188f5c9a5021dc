import { closeAll, startHttpTarget, startLab } from "./support/lab";

afterEach(closeAll);

const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: lab.test\r\n\r\n`;

describe("forwarding over HTTP/1", () => {
  it("answers requests of one client connection in turn, over one connection to the target", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    client.send(GET("/1"));
    await client.answers(1);
    client.send("POST /2 HTTP/1.1\r\nHost: lab.test\r\nContent-Length: 5\r\n\r\nhello");
    await client.answers(2);
    client.send(
      "POST /3 HTTP/1.1\r\nHost: lab.test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    );
    const answers = await client.answers(3);
    expect(answers.map(({ status, body }) => `${status} ${body}`)).toEqual(["200 ok", "200 ok", "200 ok"]);
    expect(target.journal).toEqual(["GET /1", "POST /2 hello", "POST /3 abc"]);
    expect(lab.targets.opened).toBe(1);
    expect(lab.targets.idle()).toBe(1);
    const ends = await lab.journal.ends(3);
    expect(ends.map(({ end }) => [end.status, end.targetStatus, end.failure])).toEqual(
      Array(3).fill([200, 200, undefined]),
    );
  });
});
