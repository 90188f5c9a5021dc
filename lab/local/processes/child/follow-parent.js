// @ts-check

const { join } = require("node:path");
const { Worker } = require("node:worker_threads");
const { endGroup } = require("./end-group");

/**
 * Takes the parent's messages, and ends this process and all that it started once the parent is gone, however it went.
 * @param {number} parent process id
 * @param {(message: object) => void} take
 */
function followParent(parent, take) {
  process.on("message", (message) => {
    if (typeof message === "object" && message !== null) take(message);
  });
  process.on("disconnect", endGroup);
  // A server that has closed everything ends, although the parent could still say something.
  process.channel?.unref();
  // A server that never comes to rest would not hear that the channel is closed: a thread looks after the parent too.
  const watch = join(__dirname, "watch-parent.js");
  new Worker(watch, { workerData: parent, execArgv: [], env: {} }).unref();
}

module.exports = { followParent };
