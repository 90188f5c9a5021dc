import { errorAnswer, errorPage, type Failure, failureStatus } from "../../../lab/alb";

describe("the page", () => {
  it("is the one that real load balancers send, with CRLF after every line [P-E1, P-E4]", () => {
    expect(errorPage("503 Service Temporarily Unavailable")).toBe(
      "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n" +
        "<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n",
    );
  });

  it.each([
    [502, 122],
    [503, 162],
    [301, 134],
    [302, 110],
    [400, 122],
    [504, 132],
  ])("of %d has %d bytes [P-E2]", (status, bytes) => {
    expect(Buffer.byteLength(errorAnswer(status, "1.1").body)).toBe(bytes);
  });

  it("has 92 bytes and the title twice [P-E1]", () => {
    for (const title of ["", "x", "418 I'm a teapot"])
      expect(errorPage(title)).toHaveLength(92 + 2 * title.length);
  });
});

describe("the answer", () => {
  it("says who made it [P-E1, P16]", () => {
    expect(errorAnswer(503, "1.1")).toMatchObject({
      kind: "answer",
      status: 503,
      reason: "Service Temporarily Unavailable",
      headers: ["Server", "awselb/2.0", "Content-Type", "text/html"],
      close: false,
    });
  });

  it("does not say so when the listener forbids it [P16]", () => {
    expect(errorAnswer(503, "1.1", { server: false }).headers).toEqual(["Content-Type", "text/html"]);
  });

  it("has lower-case names in HTTP/2 [P-E7]", () => {
    expect(errorAnswer(502, "2.0").headers).toEqual(["server", "awselb/2.0", "content-type", "text/html"]);
  });

  it("is Moved Temporarily in the status line of 302 and Found on its page [P-E3]", () => {
    const { reason, body } = errorAnswer(302, "1.1");
    expect(reason).toBe("Moved Temporarily");
    expect(body).toContain("<title>302 Found</title>");
  });

  it("to a malformed request closes the connection, that of a target's failure does not [P-E5]", () => {
    expect(errorAnswer(400, "1.1").close).toBe(true);
    for (const status of [463, 464, 502, 503, 504]) expect(errorAnswer(status, "1.1").close).toBe(false);
  });

  it.each([400, 401, 403, 405, 408, 413, 414, 460, 463, 464, 500, 501, 502, 503, 504, 505, 507, 561])(
    "%d has a phrase and a page of its own [P-E6]",
    (status) => {
      const { reason, body } = errorAnswer(status, "1.1");
      expect(reason).toMatch(/^[A-Z][A-Za-z -]+$/);
      expect(body).toBe(errorPage(`${status} ${reason}`));
    },
  );

  it("with a status nobody knows is 500", () => {
    expect(errorAnswer(299, "1.1").status).toBe(500);
  });
});

describe("the status of a failure", () => {
  it.each<[number, readonly Failure[], string]>([
    [400, ["malformed-request", "header-too-long", "headers-too-long", "client-body-incomplete"], "E400"],
    [408, ["request-timeout"], "E408"],
    [414, ["request-line-too-long"], "E414"],
    [460, ["client-aborted"], "E460"],
    [501, ["unsupported-transfer-encoding"], "E501"],
    [
      502,
      [
        "connect-refused",
        "target-closed",
        "target-malformed",
        "target-headers-too-long",
        "target-tls",
        "deregistered",
      ],
      "E502",
    ],
    [504, ["connect-timeout", "target-timeout", "target-body-short"], "E504"],
    [505, ["unsupported-version"], "E505"],
  ])("%d for %j [%s]", (status, failures) => {
    for (const failure of failures) expect(failureStatus(failure)).toBe(status);
  });
});
