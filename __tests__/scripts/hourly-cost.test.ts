import { parseTopology } from "../../lab/topology";
import { hourlyUsd, renderCost } from "../../scripts/hourly-cost";

function topology(instanceType: string, more: object = {}) {
  return parseTopology(
    JSON.stringify({
      resource: {
        aws_subnet: { a: { availability_zone: "eu-1a" }, b: { availability_zone: "eu-1b" } },
        aws_lb: { lb: { subnets: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"] } },
        aws_instance: { one: { instance_type: instanceType } },
        ...more,
      },
    }),
  );
}

describe("the cost of a topology", () => {
  it("is that of load balancer, instances and public addresses by the hour", () => {
    expect(hourlyUsd(topology("t3.micro"))).toBeCloseTo(0.0225 + 0.013 + 2 * 0.005);
  });

  it("counts NAT gateways and Elastic IPs", () => {
    const more = { aws_nat_gateway: { a: {} }, aws_eip: { a: {}, b: {} } };
    expect(hourlyUsd(topology("t3.micro", more))).toBeCloseTo(0.0455 + 0.059 + 2 * 0.005);
  });

  it("is not told where an instance type's price is not known", () => {
    expect(hourlyUsd(topology("x9.huge"))).toBeUndefined();
    expect(renderCost(undefined)).toBe("costs money by the hour");
  });

  it("is told by the hour and by the month", () => {
    expect(renderCost(0.0685)).toBe("about 0.07 USD an hour, 50 USD a month");
  });
});
