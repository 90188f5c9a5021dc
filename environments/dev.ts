import { defineEnvironment } from "./settings";

/** The lab itself: two small public servers in two zones, plain HTTP, nothing that costs by the hour beyond them. */
export const dev = defineEnvironment({
  name: "dev",
  zones: ["ap-northeast-2a", "ap-northeast-2c"],
  services: [{ name: "web" }],
});
