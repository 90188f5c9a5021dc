import type { Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { SeenListener, SeenLoadBalancer } from "../seen/seen";
import { actionState } from "./action-state";
import { conditionState } from "./condition-state";
import { type StateResource, unseen } from "./state-resource";

/** A listener, its further certificates and its rules. */
export function listenerStates(
  { facts: { LoadBalancerName = "" } }: SeenLoadBalancer,
  { facts, attributes, certificates, rules }: SeenListener,
): readonly StateResource[] {
  const label = `${LoadBalancerName}_${facts.Port}`;
  const isSecure = facts.Protocol === "HTTPS" || facts.Protocol === "TLS";
  const listener: StateResource = {
    type: "aws_lb_listener",
    label,
    values: {
      id: facts.ListenerArn,
      arn: facts.ListenerArn,
      load_balancer_arn: facts.LoadBalancerArn,
      port: facts.Port,
      protocol: facts.Protocol,
      ssl_policy: isSecure ? facts.SslPolicy : undefined,
      certificate_arn: facts.Certificates?.[0]?.CertificateArn,
      default_action: (facts.DefaultActions ?? []).map(actionState),
      ...Object.fromEntries(
        Object.entries(attributes ?? {})
          .filter(([key]) => key.startsWith("routing.http."))
          .map(([key, value]) => [key.replaceAll(".", "_"), value]),
      ),
    },
    ...unseen({ DescribeListenerAttributes: attributes, DescribeRules: rules }),
  };
  const further = certificates.map((certificate_arn) => ({
    type: "aws_lb_listener_certificate",
    label: `${label}_${certificate_arn.split("/").at(-1)}`,
    values: {
      id: `${facts.ListenerArn}_${certificate_arn}`,
      listener_arn: facts.ListenerArn,
      certificate_arn,
    },
  }));
  return [listener, ...further, ...(rules ?? []).map((rule) => ruleState(label, facts.ListenerArn, rule))];
}

function ruleState(owner: string, listener_arn: string | undefined, rule: Rule): StateResource {
  return {
    type: "aws_lb_listener_rule",
    label: `${owner}_${rule.Priority}`,
    values: {
      id: rule.RuleArn,
      arn: rule.RuleArn,
      listener_arn,
      priority: Number(rule.Priority),
      condition: (rule.Conditions ?? []).map(conditionState),
      action: (rule.Actions ?? []).map(actionState),
      transform: (rule.Transforms ?? []).map(({ Type }) => ({ type: Type })),
    },
  };
}
