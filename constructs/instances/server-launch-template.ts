import type { InstanceRootBlockDevice } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { known, matching, oneOf, whole } from "../checks/prop-kinds";
import type { Shape } from "../checks/prop-shapes";
import { providerTags } from "../stack/stack-provider";
import { declare } from "../terraform/declare";

/** Processor architecture of instances and their machine image. */
export type Architecture = "x86_64" | "arm64";

/** What the instances of a service are launched from. */
export interface ServerLaunchTemplateProps {
  /** @default "x86_64" */
  readonly architecture?: Architecture;
  /**
   * A fixed machine image of Amazon Linux 2023. A change replaces the instances.
   * @default the newest Amazon Linux 2023, which EC2 looks up when it launches an instance
   */
  readonly imageId?: string;
  /** Size of the encrypted root volume, 8 to 16384 GiB. @default 8 */
  readonly rootVolumeGib?: number;
}

const TEMPLATE: Shape<ServerLaunchTemplateProps> = {
  architecture: known(oneOf(["x86_64", "arm64"], "architecture-unknown")),
  imageId: matching(
    /^(ami-[0-9a-f]{8,17}|resolve:ssm:[\w./:-]+)$/,
    "the id of a machine image",
    "image-id-malformed",
    "leave it out for the newest Amazon Linux 2023",
  ),
  rootVolumeGib: whole(8, 16_384, "root-volume-size"),
};

/**
 * A launch template that names the machine image and holds every instance of a service to IMDSv2 and an
 * encrypted root volume.
 *
 * The image is a parameter that EC2 resolves at launch: there is no look-up when planning, and a new image
 * replaces no running instance.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
 */
export class ServerLaunchTemplate extends Construct {
  public readonly resource: LaunchTemplate;
  public readonly launchTemplateId: string;
  public readonly latestVersion: string;
  public readonly architecture: Architecture;
  /**
   * The root volume as an instance may repeat it: only with a fixed image, because the provider looks up the
   * image's root device then, and cannot look up a parameter. The template's own volume is encrypted always.
   */
  public readonly instanceVolume: InstanceRootBlockDevice | undefined;

  public constructor(scope: Construct, id: string, given: ServerLaunchTemplateProps = {}) {
    super(scope, id);
    const props = new PropChecks(this, () => this.resource).props(given, TEMPLATE);
    const { architecture = "x86_64", rootVolumeGib = 8 } = props;
    this.architecture = architecture;
    const fixed = props.imageId?.startsWith("ami-") === true;
    this.instanceVolume = fixed
      ? { encrypted: true, volumeSize: rootVolumeGib, volumeType: "gp3" }
      : undefined;
    const namePrefix = `${scope.node.path.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 90)}-`;
    const tags = providerTags(this);
    this.resource = declare(
      this,
      () =>
        new LaunchTemplate(this, "template", {
          namePrefix,
          imageId: props.imageId ?? newestImage(architecture),
          metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
          tagSpecifications: Object.keys(tags).length > 0 ? [{ resourceType: "volume", tags }] : [],
          blockDeviceMappings: [
            {
              deviceName: "/dev/xvda",
              ebs: {
                encrypted: "true",
                volumeSize: rootVolumeGib,
                volumeType: "gp3",
                deleteOnTermination: "true",
              },
            },
          ],
          // a changed tag would make a new version, and a new version replaces every instance
          lifecycle: { ignoreChanges: ["tag_specifications"] },
        }),
    );
    this.launchTemplateId = declare(this, () => this.resource.id);
    this.latestVersion = declare(this, () => this.resource.getStringAttribute("latest_version"));
  }
}

function newestImage(architecture: Architecture): string {
  return `resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
}
