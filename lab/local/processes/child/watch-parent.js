// @ts-check

const { workerData } = require("node:worker_threads");
const { endGroup } = require("./end-group");

const EVERY_MS = 500;

setInterval(() => {
  if (process.ppid !== workerData) endGroup();
}, EVERY_MS);
