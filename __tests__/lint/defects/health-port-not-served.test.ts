import { healthPortNotServed } from "../../../lab/lint/defects/health-port-not-served";
import { serverData, withDocument, withScalingGroup, withServer } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const checkedAt = (port: unknown) => (resource: Shape) => {
  resource.aws_lb_target_group.web.health_check.port = port;
};

it("refuses a health check on a port that nobody listens on [U11, H2]", () => {
  expect(linesIn(healthPortNotServed, withServer({ healthPort: 3001 }, checkedAt("8080")))).toEqual([
    "aws_lb_target_group.web: health_check port must be one that the server listens on, 3000 or 3001, got 8080; " +
      'set it to "traffic-port" or to 3000 or 3001, or give the server a health port 8080',
  ]);
});

it("knows the servers of a scaling group", () => {
  const checked = (resource: Shape) => {
    withScalingGroup(serverData())(resource);
    checkedAt(8080)(resource);
  };
  expect(findIn(healthPortNotServed, checked)).toHaveLength(1);
});

it("only warns of what anybody's code seems to say", () => {
  const checked = (resource: Shape) => {
    withDocument("app.listen(3000)")(resource);
    checkedAt(8080)(resource);
  };
  expect(findIn(healthPortNotServed, checked)).toMatchObject([{ severity: "warning" }]);
});

test.each(["traffic-port", "3000", 3000, 3001])("is silent about %p, which is served", (port) => {
  expect(findIn(healthPortNotServed, withServer({ healthPort: 3001 }, checkedAt(port)))).toEqual([]);
});

it("is silent where no health check is made, and where nobody knows", () => {
  const off = withServer({}, (resource) => {
    Object.assign(resource.aws_lb_target_group.web.health_check, { enabled: false, port: 8080 });
  });
  expect(findIn(healthPortNotServed, off)).toEqual([]);
  expect(findIn(healthPortNotServed, withServer({}, checkedAt("${var.port}")))).toEqual([]);
  expect(findIn(healthPortNotServed, checkedAt(8080))).toEqual([]);
});
