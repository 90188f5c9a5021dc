import type { ResourceChange } from "../../../lab/topology";
import { type Change, patch, sidesOf } from "../support/hazards";

/** What changes between the shop and a changed one: kind, order, address, and what forces it. */
function changed(change: Change, base?: Change): readonly string[] {
  const { changes } = sidesOf(change, base).changes;
  return changes.filter(({ kind }) => kind !== "nothing").map(line);
}

function line({ kind, first, address, forcedBy }: ResourceChange): string {
  return [kind, first && `(${first} first)`, address, ...forcedBy].filter(Boolean).join(" ");
}

describe("two synths", () => {
  it("that say the same change nothing", () => {
    expect(changed(() => {})).toEqual([]);
  });

  it("update what can be updated in place", () => {
    const tags = patch({ aws_lb: { shop: { tags: { Team: "web" } } } });
    expect(changed(tags)).toEqual(["update aws_lb.shop"]);
  });

  it("replace what cannot, and everything that refers to its id where that cannot change either", () => {
    const port = patch({ aws_lb_target_group: { web: { port: 8080 } } });
    expect(changed(port)).toEqual([
      "update aws_lb_listener.http",
      "replace (destroy first) aws_lb_target_group.web port",
      "replace (destroy first) aws_lb_target_group_attachment.web target_group_arn",
    ]);
  });

  it("create first what has create_before_destroy, and what such a resource depends on [G5]", () => {
    const first = patch({
      aws_lb_target_group_attachment: { web: { lifecycle: { create_before_destroy: true } } },
    });
    const port = patch({ aws_lb_target_group: { web: { port: 8080 } } });
    expect(changed(port, first)).toEqual([
      "update aws_lb_listener.http",
      "replace (create first) aws_lb_target_group.web port",
      "replace (create first) aws_lb_target_group_attachment.web target_group_arn",
    ]);
  });

  it("leave alone what ignore_changes names", () => {
    const ignored = patch({ aws_instance: { web: { lifecycle: { ignore_changes: ["ami"] } } } });
    const image = patch({ aws_instance: { web: { ami: "ami-0aaaaaaaaaaaaaaaa" } } });
    expect(changed(image, ignored)).toEqual([]);
    expect(changed(image)).toContain("replace (destroy first) aws_instance.web ami");
  });

  it("replace an instance for its user data only where it says so [G12]", () => {
    const data = patch({ aws_instance: { web: { user_data: "#!/bin/sh" } } });
    const replaces = patch({ aws_instance: { web: { user_data_replace_on_change: true } } });
    expect(changed(data)).toEqual(["update aws_instance.web"]);
    expect(changed(data, replaces)).toContain("replace (destroy first) aws_instance.web user_data");
  });

  it("see a recorded move as no change, references included [G44]", () => {
    const moved: Change = (resource, whole) => {
      resource.aws_lb_target_group.front = resource.aws_lb_target_group.web;
      delete resource.aws_lb_target_group.web;
      const text = JSON.stringify(resource).replaceAll(
        "aws_lb_target_group.web.",
        "aws_lb_target_group.front.",
      );
      whole.resource = JSON.parse(text);
      whole.moved = [{ from: "aws_lb_target_group.web", to: "aws_lb_target_group.front" }];
    };
    expect(changed(moved)).toEqual([]);
  });

  it("destroy and create what was moved without a record", () => {
    const renamed: Change = (resource) => {
      resource.aws_lb_listener_rule.orders = resource.aws_lb_listener_rule.api;
      delete resource.aws_lb_listener_rule.api;
    };
    expect(changed(renamed)).toEqual([
      "destroy aws_lb_listener_rule.api",
      "create aws_lb_listener_rule.orders",
    ]);
  });

  it("mask what is called a secret, but not a reference to one", () => {
    const secrets = patch({ aws_db_instance: { main: { password: "hunter2!", username: "shop" } } });
    const other = patch({ aws_db_instance: { main: { password: "hunter3!" } } });
    const [change] = sidesOf(other, secrets).changes.changes.filter(({ kind }) => kind === "update");
    expect(change?.differences).toMatchObject([{ path: "password", before: { kind: "sensitive" } }]);
    expect(JSON.stringify(change)).not.toContain("hunter");
    const reference = patch({ aws_db_instance: { main: { password: "${var.password}" } } });
    const [open] = sidesOf(reference, secrets).changes.changes.filter(({ kind }) => kind === "update");
    expect(open?.differences).toMatchObject([{ after: { kind: "value", value: "${var.password}" } }]);
  });
});
