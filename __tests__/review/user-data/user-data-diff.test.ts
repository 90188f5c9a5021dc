import { Comparison } from "../../../lab/review";
import { userDataDiff } from "../../../lab/review/user-data/user-data-diff";
import { patch, sidesOf } from "../support/hazards";

const giving = (document: string) => patch({ aws_instance: { web: { user_data: document } } });

function diffs(before: string, after: string) {
  return userDataDiff(new Comparison(sidesOf(giving(after), giving(before))));
}

const cloudConfig = (content: string, command: string, permissions = "0644") =>
  `#cloud-config\nwrite_files:\n  - path: /etc/app.conf\n    permissions: "${permissions}"\n    content: |\n      ${content}\nruncmd:\n  - ${command}\n`;

describe("the difference of user data", () => {
  it("is told file by file, commands apart, with the lines around it", () => {
    const [diff, ...others] = diffs(cloudConfig("mode=slow", "run"), cloudConfig("mode=fast", "run --fast"));
    expect(others).toEqual([]);
    expect(diff).toEqual({
      addresses: ["aws_instance.web"],
      files: [
        { path: "/etc/app.conf", kind: "changed", patch: "@@ -1,1 +1,1 @@\n-mode=slow\n+mode=fast" },
        { path: "commands of the first start", kind: "changed", patch: "@@ -1,1 +1,1 @@\n-run\n+run --fast" },
      ],
    });
  });

  it("tells that only permissions changed", () => {
    const [diff] = diffs(cloudConfig("a", "b"), cloudConfig("a", "b", "0600"));
    expect(diff?.files).toEqual([
      {
        path: "/etc/app.conf (permissions and owner)",
        kind: "changed",
        patch: "@@ -1,1 +1,1 @@\n-0644 root\n+0600 root",
      },
    ]);
  });

  it("shows that a secret changed, and neither the old nor the new one", () => {
    const [diff] = diffs("#!/bin/sh\nDB_PASSWORD=correct-horse\n", "#!/bin/sh\nDB_PASSWORD=battery-staple\n");
    expect(diff?.files).toEqual([
      {
        path: "user data",
        kind: "changed",
        patch: "@@ -1,2 +1,2 @@\n #!/bin/sh\n-DB_PASSWORD=********\n+DB_PASSWORD=********",
      },
    ]);
  });

  it("shows no line of a private key, not even where it is only around a change", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----";
    const [diff] = diffs(`#!/bin/sh\n${key}\necho one\n`, `#!/bin/sh\n${key}\necho two\n`);
    expect(diff?.files[0]?.patch).not.toMatch(/MII|kqhk|PRIVATE/);
    expect(diff?.files[0]?.patch).toContain("+echo two");
  });

  it("is none where the same is written in another way", () => {
    const text = cloudConfig("a", "b");
    const encoded = patch({
      aws_instance: { web: { user_data: null, user_data_base64: Buffer.from(text).toString("base64") } },
    });
    expect(userDataDiff(new Comparison(sidesOf(encoded, giving(text))))).toEqual([]);
  });

  it("says that it cannot compare what is too different, rather than take minutes", () => {
    const lines = (word: string) =>
      Array.from({ length: 1_500 }, (_, index) => `${word} ${index}`).join("\n");
    const [diff] = diffs(lines("one"), lines("two"));
    expect(diff?.files).toEqual([{ path: "user data", kind: "changed" }]);
  });

  it("tells servers that change alike together", () => {
    const both = (document: string) =>
      patch({ aws_instance: { web: { user_data: document }, api: { user_data: document } } });
    const found = userDataDiff(new Comparison(sidesOf(both("#!/bin/sh\ntwo"), both("#!/bin/sh\none"))));
    expect(found.map(({ addresses }) => addresses)).toEqual([["aws_instance.api", "aws_instance.web"]]);
  });
});
