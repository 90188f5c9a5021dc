import fc from "fast-check";
import { COMMENT_LIMIT, type Report, renderMarkdown, reportOn, reviewOf, type Stack } from "../../lab/review";
import { type Change, patch, sidesOf } from "./support/hazards";

const otherPort = patch({ aws_lb_target_group: { web: { port: 8080 } } });

function stack(name: string, change: Change, base?: Change): Stack {
  return { name, review: reviewOf(sidesOf(change, base)) };
}

function commentOn(...changes: readonly Change[]): string {
  return renderMarkdown(reportOn(changes.map((change, index) => stack(`stack-${index}`, change))));
}

/** What is left of Markdown without blocks and spans of code, and without the renderer's own markup. */
function bare(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, "")
    .replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, "")
    .replace(/<\/?(?:details|summary)>/g, "")
    .replace(/^(?:#{2,4} |- |\| --- .*)/gm, "")
    .replace(/\*\*[\w ,()-]+(?::[\w ,-]+)?\*\*|^\*Left out.*\*$/gm, "");
}

describe("a comment", () => {
  it("says first how bad the change is, and why", () => {
    const [title, , reason] = commentOn(otherPort).split("\n");
    expect(title).toBe("## Drops traffic");
    expect(reason).toBe("`aws_lb_target_group.web`: replaces a target group that is in use, forced by port");
  });

  it("is safe where nothing is replaced", () => {
    expect(commentOn(patch({ aws_lb: { shop: { tags: { Team: "web" } } } }))).toMatch(
      /^## Safe\n\nnothing is replaced or destroyed\n/,
    );
  });

  it("lists every stack, the one that failed first and as the reason", () => {
    const failed = { name: "prod", failure: "prod.json: must be JSON, got nothing; plan again" };
    const text = renderMarkdown(reportOn([stack("dev", otherPort), stack("staging", () => {}), failed]));
    expect(text).toMatch(/^## Cannot be reviewed\n\nprod: `prod.json`:/);
    const rows = [...text.matchAll(/^\| `(\w+)` \| \**([\w ]+)/gm)].map(
      ([, name, verdict]) => `${name}: ${verdict?.trim()}`,
    );
    expect(rows).toEqual(["prod: cannot be reviewed", "dev: drops traffic", "staging: safe"]);
  });

  it("shortens a very long reason by whole spans of code, and says so", () => {
    const failure = `prod: ${"`z ".repeat(50_000)}`;
    for (const failed of [[], [stack("dev", otherPort)]]) {
      const text = renderMarkdown(reportOn([{ name: "prod", failure }, ...failed]));
      expect(text.length).toBeLessThan(2_000);
      expect(text.split("\n")[2]).toMatch(/\.\.\.$/);
      expect(text).toContain("the end of the reason. `alb-lab review` prints all of it.*");
    }
  });

  it("shows which headers an example needs", () => {
    const secret = patch({
      aws_lb_listener_rule: {
        api: { condition: [{ http_header: { http_header_name: "X-Tenant", values: ["blue"] } }] },
      },
    });
    expect(commentOn(secret)).toMatch(/`GET http:\/\/\S+ with x-tenant: blue`/i);
  });

  it("is the same text for the same change", () => {
    expect(commentOn(otherPort)).toBe(commentOn(otherPort));
  });

  it("shows no value that Terraform calls sensitive, or that looks like a secret", () => {
    const tagged = (value: string) => patch({ aws_lb: { shop: { tags: { api_token: value } } } });
    const text = renderMarkdown(
      reportOn([stack("dev", tagged("hunter2-hunter2"), tagged("hunter3-hunter3"))]),
    );
    expect(text).toContain("tags.api_token");
    expect(text).not.toContain("hunter");
    const shown = renderMarkdown(
      reportOn([stack("dev", tagged("hunter2-hunter2"), tagged("hunter3-hunter3"))]),
      {
        showSensitive: true,
      },
    );
    expect(shown).toContain("hunter2-hunter2");
  });

  it("lets nothing of a plan become markup, a mention, a link or another column", () => {
    const hostile = fc.stringMatching(/^[a-z@#<>*_`|[\]()!\\/&:~$ \n\u202e"'.-]{1,40}$/);
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const change: Change = (resource) => {
          resource.aws_lb_target_group.web.name = value;
          resource.aws_lb_listener.http.default_action = [
            {
              type: "fixed-response",
              fixed_response: { content_type: "text/plain", status_code: "200", message_body: value },
            },
          ];
          resource.aws_lb_listener_rule.api.condition = [{ path_pattern: { values: [`/${value}`] } }];
          resource.aws_lb.shop.tags = { [name]: value };
        };
        const one = stack(name, change);
        const text = renderMarkdown(reportOn([one, { ...one, name: "other" }]));
        expect(bare(text)).not.toMatch(/[<>@*_[\]!\\~$`]|:\/\/|#(?!##)|\u202e/);
        for (const line of text.split("\n").filter((one) => one.startsWith("| `other`")))
          expect(line.split(/(?<!\\)\|/).length).toBe(6);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    "GH-12",
    "PROJ-7's",
    "#12",
    "shop/app#12",
    "@octocat",
    "http://example.com",
    "www.example.com",
    "octocat@example.com",
    "16c999e8c71134401a78d4d46435517b2271d6ac",
    "16c999e",
    "---",
  ])("lets GitHub make no link and no line of a word of a sentence: %s", (word) => {
    const failed = { name: "dev", failure: `got ${word}, and no plan` };
    expect(bare(renderMarkdown(reportOn([failed])))).not.toContain(word);
  });

  it("leaves words that GitHub does nothing with as they are", () => {
    const failure = "the server-port isn't 3000 but 8080 and 100% of it effaced";
    expect(renderMarkdown(reportOn([{ name: "dev", failure }]))).toContain(failure);
  });
});

describe("a comment that would be too long", () => {
  const many = (count: number, extra = ""): Report => {
    const base =
      (with_: string): Change =>
      (resource) => {
        for (let index = 0; index < count; index++)
          resource.aws_instance[`server-${index}`] = {
            ...resource.aws_instance.web,
            user_data: `#!/bin/sh\necho ${with_} ${index}${extra}\n`,
            tags: { Name: `server-${index}`, Version: with_ },
          };
      };
    return reportOn([stack("dev", base("new"), base("old")), stack("prod", base("new"), base("old"))]);
  };

  it("is cut in a stated order, says what was left out, and keeps the verdict of every stack", () => {
    const report = many(60, " and some more words".repeat(20));
    const whole = renderMarkdown(report, { limit: Number.POSITIVE_INFINITY });
    let last = whole.length;
    for (const limit of [last - 1, 30_000, 15_000, 6_000, 2_500, 600]) {
      const text = renderMarkdown(report, { limit });
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.length).toBeLessThan(last);
      expect(text).toMatch(/^## /);
      expect(text).toContain("| `dev` |");
      expect(text).toContain("| `prod` |");
      expect(text).toMatch(/\*Left out, as a comment takes no more: the pictures/);
      last = text.length + 1;
    }
  });

  it("stays below what GitHub takes for hundreds of stacks", () => {
    const [one] = many(50).stacks as readonly [Stack, ...Stack[]];
    const stacks = Array.from({ length: 200 }, (_, index) => ({ ...one, name: `stack-${index}` }));
    const text = renderMarkdown(reportOn(stacks));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text).toContain("and 100 more");
  });
});
