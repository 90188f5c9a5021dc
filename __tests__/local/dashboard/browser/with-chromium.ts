import { execFileSync } from "node:child_process";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type Dashboard, type DashboardSource, startDashboard } from "../../../../lab/local/dashboard";
import { isRequired, saySkipped } from "../../../support/required-tools";

/** Nothing of it asks the network. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page, and everything that its console said. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings; violations of the content security policy are among them. */
  readonly complaints: readonly string[];
}

/** Opens the dashboard at a URL in a new, empty profile, which is closed after the test. */
export type Open = (url: string, options?: BrowserContextOptions) => Promise<Opened>;
/** Serves a dashboard for the time of the test and opens it. */
export type Show = (
  source: DashboardSource,
  options?: BrowserContextOptions,
) => Promise<Opened & { readonly dashboard: Dashboard }>;
type Suite = (show: Show, open: Open) => void;

/** A suite that opens dashboards in Chromium. */
export function describeWithChromium(name: string, suite: Suite): void {
  describeWithExecutable(name, (executablePath) => runWith(executablePath, suite));
}

/**
 * A suite that needs Chromium. Where there is none the suite is skipped, and the terminal says so; where
 * CI_REQUIRE_TOOLS names `chromium` it fails instead.
 */
export function describeWithExecutable(name: string, suite: (executablePath: string) => void): void {
  const executablePath = findChromium();
  if (executablePath !== undefined) {
    describe(name, () => suite(executablePath));
  } else if (isRequired("chromium")) {
    test(`${name} finds chromium`, () => {
      throw new Error("chromium must be installed where CI_REQUIRE_TOOLS names it, got none in PATH");
    });
  } else {
    saySkipped(name, "there is no chromium in PATH");
    describe.skip(name, () => suite(""));
  }
}

function findChromium(): string | undefined {
  try {
    return execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

function runWith(executablePath: string, suite: Suite): void {
  let browser: Browser;
  const endings: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags });
  }, 60_000);
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });
  afterAll(() => browser.close());

  const open: Open = async (url, options) => {
    const context = await browser.newContext(options);
    endings.push(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
    await page.getByText("Live", { exact: true }).waitFor();
    return { page, complaints };
  };
  const show: Show = async (source, options) => {
    const dashboard = await startDashboard(source);
    endings.push(() => dashboard.stop());
    return { dashboard, ...(await open(dashboard.url, options)) };
  };
  suite(show, open);
}
