// @ts-check
import { announceChanges } from "./announcements.js";
import { showAnswers } from "./answers.js";
import { showAsk } from "./ask.js";
import { showBalancers } from "./balancers.js";
import { showEdges, showShares } from "./connectors.js";
import { edgesOf, routesOf } from "./edges.js";
import { followLab } from "./events.js";
import { nameGroups } from "./group-names.js";
import { showGroups } from "./groups.js";
import { showNotices } from "./notices.js";
import { paced } from "./pace.js";
import { showPulses } from "./pulses.js";
import { showRequests } from "./requests-table.js";
import { showConnection, showSummary } from "./summary.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */

/** For how long a line shows the traffic it had. */
const memoryMs = 8000;
/** @type {LabSnapshot | undefined} */
let latest;

/** Under load nobody could read ten lists a second. */
const showLog = paced(400, (/** @type {LabSnapshot} */ snapshot) => {
  showAnswers(snapshot.requests);
  showRequests(snapshot);
});

/** @param {LabSnapshot} snapshot */
function show(snapshot) {
  latest = snapshot;
  showSummary(snapshot);
  showNotices(snapshot.notices);
  showAsk(snapshot);
  nameGroups(snapshot.groups);
  showBalancers(snapshot.loadBalancers);
  showGroups(snapshot.groups);
  showEdges(edgesOf(snapshot));
  showTraffic(snapshot);
  showPulses(snapshot.requests, routesOf(snapshot));
  showLog(snapshot);
  announceChanges(snapshot);
}

/** @param {LabSnapshot} snapshot */
function showTraffic(snapshot) {
  const routeOf = routesOf(snapshot);
  const recent = snapshot.requests.filter(({ atMs }) => atMs > Date.now() - memoryMs);
  const shares = new Map();
  for (const request of recent) {
    for (const id of routeOf(request)) shares.set(id, (shares.get(id) ?? 0) + 1 / recent.length);
  }
  showShares(shares);
}

followLab(show, showConnection);
// Traffic fades and seconds pass while the lab has nothing to tell.
setInterval(() => {
  if (!latest) return;
  showGroups(latest.groups);
  showTraffic(latest);
}, 1000);
