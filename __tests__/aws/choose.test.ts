import { AwsError } from "../../lab/aws";
import { parseTopology } from "../../lab/topology";
import { describeAws } from "./support/describe-aws";
import { elbReply } from "./support/replies";
import { makeSmallLab } from "./support/small-lab";

const declares = (...loadBalancers: readonly object[]) =>
  parseTopology(
    JSON.stringify({
      resource: { aws_lb: Object.fromEntries(loadBalancers.map((lb, at) => [`lb${at}`, lb])) },
    }),
  );

describeAws("which load balancer", (deployed) => {
  beforeAll(() => makeSmallLab(deployed().emulator, "blog"));

  /** Names of the load balancers that are gathered. */
  const chosen = async (options: object) => {
    const { deployed: topology } = await deployed().gather({ loadBalancerName: undefined, ...options });
    return topology?.loadBalancers.map(({ name }) => name);
  };

  test("is the one that is named, whatever is declared", async () => {
    expect(await chosen({ loadBalancerName: "blog", declared: declares({ name: "shop" }) })).toEqual([
      "blog",
    ]);
    expect(await chosen({ loadBalancerName: deployed().lab.loadBalancerArn })).toEqual(["shop"]);
  });

  test("is the one that is declared by name, by a prefix of it, or by its ARN", async () => {
    const { loadBalancerArn } = deployed().lab;
    expect(await chosen({ declared: declares({ name: "blog" }) })).toEqual(["blog"]);
    expect(await chosen({ declared: declares({ name_prefix: "bl" }) })).toEqual(["blog"]);
    const state = { address: "aws_lb.a", mode: "managed", type: "aws_lb", name: "a" };
    const resources = [{ ...state, values: { arn: loadBalancerArn, name: "renamed" } }];
    const json = JSON.stringify({ format_version: "1.0", values: { root_module: { resources } } });
    expect(await chosen({ declared: parseTopology(json) })).toEqual(["shop"]);
  });

  test("is the one with the declared tags, where its name is left to AWS", async () => {
    expect(await chosen({ declared: declares({ tags: { Environment: "blog" } }) })).toEqual(["blog"]);
  });

  test("are all of them, where several are declared", async () => {
    const names = await chosen({ declared: declares({ name: "blog" }, { name: "shop" }) });
    expect(names?.sort()).toEqual(["blog", "shop"]);
  });

  test("is never another than the one that is meant: the error says what there is instead", async () => {
    await expect(chosen({ declared: declares({ name: "forum" }) })).rejects.toThrow(
      new AwsError(
        "aws: must find the load balancer forum in ap-northeast-2, found blog, shop; deploy it, or name another one",
      ),
    );
    await expect(chosen({ loadBalancerName: "forum" })).rejects.toThrow(/forum .* found blog, shop;/);
  });

  test("cannot be told where nothing says it and there are several", async () => {
    await expect(chosen({})).rejects.toThrow(
      new AwsError(
        "aws: must know which load balancer is meant in ap-northeast-2, found blog, shop; name one of them",
      ),
    );
  });

  test("is not there where the region has none", async () => {
    const { front } = deployed();
    const nothing = elbReply("DescribeLoadBalancers", "<LoadBalancers/>");
    front.answers.set("DescribeLoadBalancers", () => nothing);
    await expect(chosen({})).rejects.toThrow(/found none;/);
  });

  test("is the only application load balancer, whatever others there are", async () => {
    const { front, lab } = deployed();
    const member = (type: string, name: string, arn: string) =>
      `<member><LoadBalancerArn>${arn}</LoadBalancerArn><LoadBalancerName>${name}</LoadBalancerName><Type>${type}</Type><State><Code>active</Code></State></member>`;
    const members = [
      member("network", "tcp", "arn:aws:elasticloadbalancing:ap-northeast-2:1:loadbalancer/net/tcp/1"),
      member("application", "shop", lab.loadBalancerArn),
    ];
    const list = elbReply("DescribeLoadBalancers", `<LoadBalancers>${members.join("")}</LoadBalancers>`);
    front.answers.set("DescribeLoadBalancers", () => list);
    expect(await chosen({})).toEqual(["shop"]);
  });
});
