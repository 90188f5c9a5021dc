import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * Where this user's local lab keeps what it makes: certificates, installed packages, the files of running targets.
 *
 * `$XDG_CACHE_HOME/alb-lab` where that is set to an absolute path, `~/Library/Caches/alb-lab` on macOS,
 * `~/.cache/alb-lab` elsewhere. Not the system's temporary directory, where other users can put things in the way.
 */
export function cacheDirectory(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { XDG_CACHE_HOME = "" } = environment;
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, "alb-lab");
  const caches = process.platform === "darwin" ? ["Library", "Caches"] : [".cache"];
  return join(homedir(), ...caches, "alb-lab");
}
