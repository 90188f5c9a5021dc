import { dummyAccount } from "../../e2e/support/surroundings";

/**
 * Sets the environment variables of this test file to dummy credentials, and to nothing that leads to a real
 * account.
 */
export function useDummyAccount(): void {
  const wanted = dummyAccount();
  for (const name of Object.keys(process.env)) if (!(name in wanted)) delete process.env[name];
  Object.assign(process.env, wanted);
}
