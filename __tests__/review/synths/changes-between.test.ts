import { reviewOf } from "../../../lab/review";
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

  it("replace a queue for its name, a cluster for its encryption and an instance for hibernation", () => {
    const data = patch({
      aws_sqs_queue: { jobs: { name: "jobs" } },
      aws_rds_cluster: { main: { cluster_identifier: "main", storage_encrypted: true } },
    });
    const edited = patch({
      aws_sqs_queue: { jobs: { name: "work" } },
      aws_rds_cluster: { main: { storage_encrypted: false } },
      aws_instance: { web: { hibernation: true } },
    });
    expect(changed(edited, data)).toEqual(
      expect.arrayContaining([
        "replace (destroy first) aws_instance.web hibernation",
        "replace (destroy first) aws_rds_cluster.main storage_encrypted",
        "replace (destroy first) aws_sqs_queue.jobs name",
      ]),
    );
  });

  it("replace nothing where what was off is written as off", () => {
    const off = patch({ aws_instance: { web: { hibernation: false, ebs_optimized: false } } });
    expect(changed(off)).toEqual(["update aws_instance.web"]);
  });

  it("grow a root volume in place, and replace an instance to encrypt it", () => {
    const volume = (settings: object) => patch({ aws_instance: { web: { root_block_device: settings } } });
    const small = volume({ volume_size: 8, encrypted: false });
    expect(changed(volume({ volume_size: 16 }), small)).toEqual(["update aws_instance.web"]);
    expect(changed(volume({ encrypted: true }), small)).toContain(
      "replace (destroy first) aws_instance.web root_block_device.encrypted",
    );
  });

  it("change nothing by taking out what AWS then keeps", () => {
    const said = patch({
      aws_lb: { shop: { ip_address_type: "dualstack" } },
      aws_lb_listener: { http: { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" } },
      aws_lb_target_group: { web: { stickiness: { type: "lb_cookie", cookie_duration: 60 } } },
    });
    const unsaid = patch({
      aws_lb: { shop: { ip_address_type: null } },
      aws_lb_listener: { http: { ssl_policy: null } },
      aws_lb_target_group: { web: { stickiness: null, health_check: { path: null } } },
    });
    expect(changed(unsaid, said)).toEqual([]);
    const { before, after } = sidesOf(unsaid, said);
    expect(after.targetGroups).toEqual(before.targetGroups);
  });

  it("take away what is said to be empty, and what something else takes the place of", () => {
    const inline = patch({
      aws_security_group: { extra: { name: "extra", ingress: [{ from_port: 80, to_port: 80 }] } },
    });
    const none = patch({ aws_security_group: { extra: { ingress: [] } } });
    expect(changed(none, inline)).toEqual(["update aws_security_group.extra"]);
    const prefix = patch({ aws_security_group: { extra: { name: null, name_prefix: "extra" } } });
    expect(changed(prefix, inline)).toEqual([
      "replace (destroy first) aws_security_group.extra name name_prefix",
    ]);
  });

  it("let go of a rule that goes on answering requests", () => {
    const removed = { from: "aws_lb_listener_rule.api", lifecycle: { destroy: false } };
    const sides = sidesOf(patch({ aws_lb_listener_rule: { api: null }, removed: [removed] }));
    expect(sides.changes.changes.filter(({ kind }) => kind !== "nothing").map(line)).toEqual([
      "forget aws_lb_listener_rule.api",
    ]);
    expect(sides.after.rules).toEqual(sides.before.rules);
    expect(reviewOf(sides).routes.entrances).toEqual([]);
  });

  it("take no move from a block that is none", () => {
    expect(changed((_, whole) => Object.assign(whole, { moved: [null, 7, {}] }))).toEqual([]);
  });
});
