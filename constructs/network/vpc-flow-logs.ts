import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { filledText, oneOf, required } from "../checks/prop-kinds";
import type { Shape } from "../checks/prop-shapes";
import { declare, dependencies } from "../terraform/declare";

/** Retentions that CloudWatch Logs offers, in days. */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Which network is logged, and for how long. */
export interface VpcFlowLogsProps {
  readonly vpcId: string;
  /** Days, one of those that CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, ... 365, ... 3653. @default 365 */
  readonly retentionDays?: number;
}

const FLOW_LOGS: Shape<VpcFlowLogsProps> = {
  vpcId: required(filledText("vpc-missing", "give the id of the VPC")),
  retentionDays: oneOf(RETENTIONS, "log-retention"),
};

/**
 * Flow logs of a VPC in CloudWatch Logs. The role may write, but not create the log group: otherwise the last
 * records would bring the group back after it was destroyed.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 */
export class VpcFlowLogs extends Construct {
  public readonly logGroup: CloudwatchLogGroup;

  public constructor(scope: Construct, id: string, given: VpcFlowLogsProps) {
    super(scope, id);
    const props = new PropChecks(this, () => this.logGroup).props(given, FLOW_LOGS);
    const { retentionDays = 365 } = props;
    this.logGroup = declare(this, () => {
      const path = this.node.path.replace(/[^A-Za-z0-9/_.#-]+/g, "-").slice(-400);
      const logGroup = new CloudwatchLogGroup(this, "log-group", {
        namePrefix: `/alb-lab/${path}-`,
        retentionInDays: retentionDays,
      });
      const { role, policy } = this.declareRole(logGroup);
      new FlowLog(this, "flow-log", {
        vpcId: props.vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: logGroup.arn,
        iamRoleArn: role.arn,
        maxAggregationInterval: 600,
        dependsOn: dependencies(this, [policy]),
      });
      return logGroup;
    });
  }

  private declareRole(logGroup: CloudwatchLogGroup) {
    const role = new IamRole(this, "role", {
      namePrefix: `${this.node.path.replace(/[^A-Za-z0-9]+/g, "-").slice(-37)}-`,
      description: "Lets VPC flow logs write to their log group",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          },
        ],
      }),
    });
    const policy = new IamRolePolicy(this, "write", {
      role: role.id,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
            Resource: `${logGroup.arn}:*`,
          },
          // AWS asks for it, and it knows no single group
          { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
        ],
      }),
    });
    return { role, policy };
  }
}
