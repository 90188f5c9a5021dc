import type { GroupSetup, LabSetup } from "./types";

/** The same lab with its health checks, delays and slow starts running faster, so that nobody has to wait. */
export function speedUp(setup: LabSetup, times: number): LabSetup {
  if (times === 1) return setup;
  return {
    ...setup,
    groups: setup.groups.map((group) => ({ ...group, group: speedUpGroup(group.group, times) })),
  };
}

function speedUpGroup(group: GroupSetup["group"], times: number): GroupSetup["group"] {
  const { healthCheck, attributes } = group;
  return {
    ...group,
    healthCheck: {
      ...healthCheck,
      intervalSeconds: healthCheck.intervalSeconds / times,
      timeoutSeconds: healthCheck.timeoutSeconds / times,
    },
    attributes: {
      ...attributes,
      deregistrationDelaySeconds: attributes.deregistrationDelaySeconds / times,
      slowStartSeconds: attributes.slowStartSeconds / times,
    },
  };
}
