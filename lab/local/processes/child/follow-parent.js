// @ts-check

/**
 * Takes the parent's messages, and ends this process and all that it started once the parent is gone, however it went.
 * @param {(message: object) => void} take
 */
function followParent(take) {
  if (process.send === undefined) return;
  process.on("message", (message) => {
    if (typeof message === "object" && message !== null) take(message);
  });
  process.on("disconnect", () => {
    try {
      // The parent made this process the leader of its own group.
      process.kill(-process.pid, "SIGKILL");
    } catch {
      process.exit(1);
    }
  });
  // A server that has closed everything ends, although the parent could still say something.
  process.channel?.unref();
}

module.exports = { followParent };
