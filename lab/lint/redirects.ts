import type { Knowable } from "../topology";
import { actionsOf, type PlacedAction, settingsOf, textAt } from "./actions";
import type { Subject } from "./subject";
import { known } from "./values";

/** Where a redirect leads, part by part, with what the provider fills in (TF55). */
export type RedirectParts = Readonly<Record<keyof typeof UNCHANGED, Knowable<string>>>;

/** The parts that keep what the request has. */
export const UNCHANGED = {
  protocol: "#{protocol}",
  host: "#{host}",
  port: "#{port}",
  path: "/#{path}",
  query: "#{query}",
} as const;

export interface WrittenRedirect extends PlacedAction {
  readonly parts: RedirectParts;
}

/** Every redirect action that has its block. */
export function* redirectsOf(subject: Subject): Generator<WrittenRedirect> {
  for (const action of actionsOf(subject, "redirect")) {
    const settings = settingsOf(action);
    if (settings === undefined) continue;
    const part = (name: keyof typeof UNCHANGED) => textAt(settings, name) ?? UNCHANGED[name];
    const parts = {
      protocol: part("protocol"),
      host: part("host"),
      port: part("port"),
      path: part("path"),
      query: part("query"),
    };
    yield { ...action, parts };
  }
}

/** Whether a redirect certainly leads to the port from which it comes. */
export function keepsPort({ list, parts }: WrittenRedirect): boolean {
  const port = known(parts.port);
  if (port === undefined) return false;
  return port === UNCHANGED.port || Number(port) === known(list.listener?.port);
}
