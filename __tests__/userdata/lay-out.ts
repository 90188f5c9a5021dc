import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { UserData } from "../../userdata";

const roots: string[] = [];

/** Writes the files of a document under a new temporary root, as cloud-init would under `/`. */
export function layOut(userData: UserData): string {
  const root = mkdtempSync(join(tmpdir(), "alb-lab-root-"));
  roots.push(root);
  for (const { path, content, permissions } of userData.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content, { mode: Number.parseInt(permissions, 8) });
  }
  return root;
}

/** Removes every temporary root. */
export function removeRoots() {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
}
