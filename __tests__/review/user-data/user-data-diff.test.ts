import { Comparison, renderMarkdown, reportOn, reviewOf, type Sides, sidesOfPlan } from "../../../lab/review";
import { userDataDiff } from "../../../lab/review/user-data/user-data-diff";
import { parseInput } from "../../../lab/topology";
import { changeOf, planWith } from "../../testing/support/plan";
import { type Change, patch, sidesOf } from "../support/hazards";

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
      sources: ["aws_instance.web"],
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

describe("user data that Terraform calls sensitive at the template that holds it", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");

  /** An auto scaling group whose launch template gives another document. */
  function sides(mark: object) {
    const template = (text: string) => ({
      id: "lt-1",
      name: "web",
      latest_version: 1,
      user_data: base64(text),
    });
    const group = { id: "web", name: "web", min_size: 1, max_size: 1 };
    const launch = { launch_template: [{ id: "lt-1", version: "$Latest" }] };
    const resource = (type: string, values: object, sensitive_values: object = {}) => ({
      address: `${type}.web`,
      mode: "managed",
      type,
      name: "web",
      provider_name: "registry.terraform.io/hashicorp/aws",
      values,
      sensitive_values,
    });
    const values = (text: string, sensitive: object) => ({
      root_module: {
        resources: [
          resource("aws_launch_template", template(text), sensitive),
          resource("aws_autoscaling_group", { ...group, ...launch }),
        ],
      },
    });
    const [before, after] = ["#!/bin/sh\nrun hunter-old\n", "#!/bin/sh\nrun hunter-new\n"] as const;
    const change = {
      actions: ["update"],
      before: template(before),
      after: template(after),
      after_sensitive: mark,
    };
    const plan = {
      ...planWith([], {
        resource_changes: [{ ...changeOf({ address: "aws_launch_template.web" }), change }],
      }),
      planned_values: values(after, mark),
      prior_state: { format_version: "1.0", values: values(before, {}) },
    };
    return sidesOfPlan(parseInput(JSON.stringify(plan), "plan")) as Sides;
  }

  it("is shown neither before nor after, and says which template it is of", () => {
    expect(userDataDiff(new Comparison(sides({ user_data: true })))).toEqual([
      {
        addresses: ["aws_autoscaling_group.web"],
        sources: ["aws_launch_template.web"],
        files: [],
        unknown: "it changes, and Terraform calls it sensitive",
      },
    ]);
  });

  it("is shown where it is not sensitive, and to whoever asks for it", () => {
    const options = { showSensitive: true };
    for (const [diff] of [
      userDataDiff(new Comparison(sides({}))),
      userDataDiff(new Comparison(sides({ user_data: true })), options),
    ])
      expect(diff?.files[0]?.patch).toContain("-run hunter-old\n+run hunter-new");
  });
});

describe("user data in the list of changes", () => {
  const lineOf = (change: Change, base: Change) => {
    const review = reviewOf(sidesOf(change, base));
    return renderMarkdown(reportOn([{ name: "shop", review }]));
  };

  it("leads to the section below only where there is one", () => {
    expect(lineOf(giving("#!/bin/sh\ntwo"), giving("#!/bin/sh\none"))).toContain("(see user data)");
    const unused = (text: string) =>
      patch({ aws_launch_template: { unused: { name: "unused", user_data: text } } });
    const text = lineOf(unused("dHdvCg=="), unused("b25lCg=="));
    expect(text).toContain("(another one, not shown)");
    expect(text).not.toMatch(/see user data|#### User data/);
  });

  it("is whole for whoever asks for what is sensitive", () => {
    const giveSecret = (value: string) => giving(`#!/bin/sh\nDB_PASSWORD=${value}\n`);
    const report = reportOn([
      { name: "shop", review: reviewOf(sidesOf(giveSecret("hunter3"), giveSecret("hunter2"))) },
    ]);
    expect(renderMarkdown(report)).not.toContain("hunter");
    expect(renderMarkdown(report, { showSensitive: true })).toContain(
      "-DB_PASSWORD=hunter2\n+DB_PASSWORD=hunter3",
    );
  });
});
