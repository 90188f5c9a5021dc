/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
  transform: { "\\.[jt]s$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
  setupFiles: ["<rootDir>/__tests__/support/same-samples.ts"],
  restoreMocks: true,
  // tests start processes, labs and browsers of their own: one worker for each core would starve them
  maxWorkers: 2,
  // what is waited for are events of real processes, which take as long as the machine is busy: the limit is for what hangs
  testTimeout: 60_000,
};
