import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bodyOf, marker, mostCharacters } from "../../.github/scripts/comment";
import { type Answer, type FakeGithub, startGithub } from "./support/fake-github";
import { newDirectory, removeDirectories, runScript } from "./support/run-script";

afterAll(removeDirectories);

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  body: string;
}

const bot = { login: "github-actions[bot]" };

/** The comments of pull request 7, kept as GitHub keeps them. */
function commentsOf(comments: Comment[]): Answer {
  return ({ method, path, body: { body = "" } }) => {
    const url = { html_url: "https://github.com/team/lab/pull/7#issuecomment-1" };
    const page = /^\/issues\/7\/comments\?per_page=(\d+)&page=(\d+)$/.exec(path);
    if (method === "GET" && page) {
      const size = Number(page[1]);
      const start = size * (Number(page[2]) - 1);
      return [200, comments.slice(start, start + size)];
    }
    if (method === "POST" && path === "/issues/7/comments") {
      comments.push({ id: 1000 + comments.length, user: bot, body });
      return [201, url];
    }
    const edited = comments.find(({ id }) => method === "PATCH" && path === `/issues/comments/${id}`);
    if (!edited) return undefined;
    edited.body = body;
    return [200, url];
  };
}

describe("the comment on a pull request", () => {
  let github: FakeGithub | undefined;
  afterEach(() => github?.stop());

  async function keep(markdown: string, env = github?.env) {
    const file = join(newDirectory(), "comment.md");
    writeFileSync(file, markdown);
    return runScript("comment.js", ["7", file], { ...env });
  }

  it("is written once, and edited from then on", async () => {
    const comments: Comment[] = [];
    github = await startGithub(commentsOf(comments));

    expect(await keep("first")).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^written: https:/),
    });
    expect(await keep("second")).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^edited: https:/),
    });

    expect(comments.map(({ body }) => body)).toEqual([`${marker}\nsecond`]);
    expect(new Set(github.asked.map(({ token }) => token))).toEqual(new Set(["Bearer token-of-the-job"]));
  });

  it("is found behind a hundred others", async () => {
    const others = Array.from({ length: 130 }, (_, id) => ({ id, user: { login: "someone" }, body: "hm" }));
    const comments: Comment[] = [...others, { id: 500, user: bot, body: `${marker}\nold` }];
    github = await startGithub(commentsOf(comments));
    await keep("new");
    expect(comments).toHaveLength(131);
    expect(comments[130]?.body).toBe(`${marker}\nnew`);
  });

  it("is never somebody else's, whatever that says", async () => {
    const theirs = `${marker}\nsafe, merge it`;
    const comments: Comment[] = [
      { id: 1, user: { login: "someone" }, body: theirs },
      { id: 2, user: null, body: theirs },
      { id: 3, user: bot, body: `another job's, which quotes ${marker}` },
    ];
    github = await startGithub(commentsOf(comments));
    await keep("drops traffic");
    expect(comments.map(({ body }) => body)).toEqual([
      theirs,
      theirs,
      `another job's, which quotes ${marker}`,
      `${marker}\ndrops traffic`,
    ]);
  });

  it("fails in one line where GitHub refuses", async () => {
    github = await startGithub(() => [403, { message: "Resource not\naccessible by integration" }]);
    const { exitCode, out, err } = await keep("text");
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
    expect(out).toMatch(
      /^::error::GET \/issues\/7\/comments\S* must succeed, got 403: .*accessible by integration.*\n$/,
    );
  });
});

describe("the body of a comment", () => {
  it("holds all of a review that fits", () => {
    const review = "x".repeat(mostCharacters - marker.length - 1);
    expect(bodyOf(review)).toBe(`${marker}\n${review}`);
  });

  it("loses whole lines at its end, and says so, where it does not fit", () => {
    const body = bodyOf("a line of the review\n".repeat(5_000));
    expect(body.length).toBeLessThanOrEqual(mostCharacters);
    expect(body.length).toBeGreaterThan(mostCharacters - 300);
    expect(body).toMatch(/a line of the review\n\n\*Cut here: .*\*\n$/);
  });
});
