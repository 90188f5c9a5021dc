import { drainingShortened } from "../../../lab/review/risks/draining-shortened";
import { patch, risksOf } from "../support/hazards";
import { both, second, waiting, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(drainingShortened, ...about).map(({ level, message }) => `${level}: ${message}`);
const delay = (seconds: number | null) => web("aws_lb_target_group", { deregistration_delay: seconds });

it("tells of a delay below the idle timeout, counted from the default where none is written [S40, S42]", () => {
  expect(found(delay(0))).toEqual([
    "needs-care: shortens the deregistration delay of web from 300 to 0 seconds",
  ]);
  expect(found(delay(59))).toHaveLength(1);
  expect(found(delay(60))).toEqual([]);
});

it("goes by the idle timeout of the load balancer", () => {
  const patient = patch({ aws_lb: { shop: { idle_timeout: 120 } } });
  expect(found(delay(60), patient)).toHaveLength(1);
});

it("tells of a delay that somebody had made longer than the default", () => {
  expect(found(delay(120), delay(900))).toHaveLength(1);
});

it("says where the same apply deregisters a target", () => {
  const goes = patch({ aws_lb_target_group_attachment: { second: null } });
  const [risk] = risksOf(drainingShortened, both(delay(0), goes), second);
  expect(risk?.course[0]).toMatch(/, which this apply does$/);
});

it("is silent where the delay grows, is only written out, or drains nobody", () => {
  expect(found(delay(30), delay(10))).toEqual([]);
  expect(found(delay(300))).toEqual([]);
  expect(found(delay(0), waiting)).toEqual([]);
});
