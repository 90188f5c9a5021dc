const http = require("node:http");
const { createProxyServer } = require("http-proxy-3");

const [port, ...targets] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true });
const proxy = createProxyServer({ xfwd: true, agent });
let turn = 0;

http
  .createServer((request, response) => {
    turn = (turn + 1) % targets.length;
    proxy.web(request, response, { target: `http://${targets[turn]}` });
  })
  .listen(Number(port), "127.0.0.1");
