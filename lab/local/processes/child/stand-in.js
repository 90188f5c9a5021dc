// @ts-check

// Takes the place of a target whose own server cannot run here: every path answers 200 with the target's name.

const http = require("node:http");

const { STAND_IN_NAME = "stand-in", STAND_IN_PORTS = "", STAND_IN_DRAIN_SECONDS = "0" } = process.env;

let isDraining = false;

const servers = STAND_IN_PORTS.split(",").map((port) => {
  // Idle connections stay open longer than those of any load balancer.
  const server = http.createServer({ keepAliveTimeout: 0, maxHeaderSize: 131_072 }, answer);
  server.once("error", (error) => {
    process.stderr.write(`stand-in: port ${port} must be free, got ${error.message}\n`);
    process.exit(1);
  });
  return server.listen(Number(port));
});

/** @type {http.RequestListener} */
function answer(request, response) {
  // What is sent is read to its end, so that the connection can be used again.
  request.resume();
  response.writeHead(200, {
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    ...(isDraining ? { Connection: "close" } : {}),
  });
  response.end(STAND_IN_NAME);
}

function stop() {
  if (isDraining) return;
  isDraining = true;
  setTimeout(() => {
    for (const server of servers) server.close();
  }, Number(STAND_IN_DRAIN_SECONDS) * 1000);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
