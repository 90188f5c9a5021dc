import { describeAws } from "./support/describe-aws";
import { ec2Reply, elbReply } from "./support/replies";

describeAws("answers of several pages", (deployed) => {
  test("of the load balancing API are read to the last one", async () => {
    const { front, gather, lab } = deployed();
    const rule = (priority: number) =>
      `<member><RuleArn>${lab.listenerArn}/${priority}</RuleArn><Priority>${priority}</Priority><IsDefault>false</IsDefault><Conditions><member><Field>path-pattern</Field><PathPatternConfig><Values><member>/${priority}</member></Values></PathPatternConfig></member></Conditions><Actions><member><Type>fixed-response</Type><FixedResponseConfig><StatusCode>404</StatusCode></FixedResponseConfig></member></Actions></member>`;
    front.answers.set("DescribeRules", ({ action, parameters }) => {
      const page = Number(parameters.Marker ?? "1");
      const next = page < 3 ? `<NextMarker>${page + 1}</NextMarker>` : "";
      return elbReply(action, `<Rules>${rule(page)}</Rules>${next}`);
    });
    const { deployed: topology } = await gather();
    expect(topology?.rules.map(({ priority }) => priority)).toEqual([1, 2, 3]);
  });

  test("of EC2 are read to the last one", async () => {
    const { front, gather, lab } = deployed();
    const rule = (port: string) =>
      `<item><securityGroupRuleId>sgr-${port}</securityGroupRuleId><groupId>${lab.groupId}</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>${port}</fromPort><toPort>${port}</toPort><cidrIpv4>0.0.0.0/0</cidrIpv4></item>`;
    front.answers.set("DescribeSecurityGroupRules", ({ action, parameters }) => {
      const port = parameters.NextToken ?? "80";
      const next = port === "80" ? "<nextToken>443</nextToken>" : "";
      return ec2Reply(action, `<securityGroupRuleSet>${rule(port)}</securityGroupRuleSet>${next}`);
    });
    const { deployed: topology } = await gather();
    const [group] = topology?.securityGroups ?? [];
    expect(group?.rules).toMatchObject([{ fromPort: 443 }, { fromPort: 80 }]);
  });
});
