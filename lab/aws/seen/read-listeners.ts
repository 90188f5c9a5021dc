import type { Listener, LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { optional } from "../optional";
import { attributesOf } from "./attributes";
import type { SeenListener, SeenLoadBalancer } from "./seen";

/** A load balancer with its listeners and what they do. */
export async function readLoadBalancer(sdk: Sdk, ask: Ask, facts: LoadBalancer): Promise<SeenLoadBalancer> {
  const { LoadBalancerArn, LoadBalancerName = "" } = facts;
  const arn = { LoadBalancerArn };
  const [attributes, listeners] = await Promise.all([
    ask.one("DescribeLoadBalancerAttributes", LoadBalancerName, () =>
      sdk.elb.describeLoadBalancerAttributes(arn),
    ),
    ask.all(
      "DescribeListeners",
      LoadBalancerName,
      () => sdk.elb.paginateDescribeListeners(arn),
      (page) => page.Listeners,
    ),
  ]);
  return {
    facts,
    ...optional("attributes", attributes && attributesOf(attributes.Attributes)),
    ...optional(
      "listeners",
      listeners &&
        (await Promise.all(listeners.map((listener) => readListener(sdk, ask, LoadBalancerName, listener)))),
    ),
  };
}

async function readListener(sdk: Sdk, ask: Ask, owner: string, facts: Listener): Promise<SeenListener> {
  const arn = { ListenerArn: facts.ListenerArn };
  const about = `${owner}:${facts.Port}`;
  const [attributes, rules, certificates] = await Promise.all([
    ask.one("DescribeListenerAttributes", about, () => sdk.elb.describeListenerAttributes(arn)),
    ask.all(
      "DescribeRules",
      about,
      () => sdk.elb.paginateDescribeRules(arn),
      (page) => page.Rules,
    ),
    facts.Protocol === "HTTPS" ? readCertificates(sdk, ask, about, facts) : [],
  ]);
  return {
    facts,
    ...optional("attributes", attributes && attributesOf(attributes.Attributes)),
    ...optional(
      "rules",
      rules?.filter(({ IsDefault }) => !IsDefault),
    ),
    certificates,
  };
}

/** The answer names the default certificate as well, of which the listener itself says more. */
async function readCertificates(
  sdk: Sdk,
  ask: Ask,
  about: string,
  { ListenerArn, Certificates = [] }: Listener,
): Promise<readonly string[]> {
  const isDefault = new Set(Certificates.map(({ CertificateArn }) => CertificateArn));
  const pages = () => sdk.elb.paginateDescribeListenerCertificates({ ListenerArn });
  const found = await ask.all("DescribeListenerCertificates", about, pages, (page) => page.Certificates);
  return (found ?? []).flatMap(({ CertificateArn, IsDefault }) =>
    CertificateArn === undefined || IsDefault || isDefault.has(CertificateArn) ? [] : [CertificateArn],
  );
}
