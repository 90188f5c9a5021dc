// @ts-check
/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */
/** @typedef {"live" | "lost"} Connection */

const retryMs = 1000;

/**
 * Follows the lab for as long as the page is open. A lab that was started anew has another token, so the page is
 * loaded anew, too.
 * @param {(snapshot: LabSnapshot) => void} onSnapshot
 * @param {(connection: Connection) => void} onConnection
 */
export function followLab(onSnapshot, onConnection) {
  let start = "";
  const connect = () => {
    const events = new EventSource("/events");
    events.addEventListener("start", ({ data }) => {
      if (start !== "" && start !== data) location.reload();
      start = data;
      onConnection("live");
    });
    events.addEventListener("message", ({ data }) => onSnapshot(JSON.parse(data)));
    events.addEventListener("error", () => {
      onConnection("lost");
      if (events.readyState !== EventSource.CLOSED) return;
      events.close();
      setTimeout(connect, retryMs);
    });
  };
  connect();
}
