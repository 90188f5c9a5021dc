const room = (name) => `^${name}/`;

/** What a room may import from the project, besides itself. */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      "provider-deep-imports-only",
      { path: "^(main\\.ts|environments|constructs|userdata|scripts|bench|__tests__|examples)" },
      { path: "node_modules/@cdktf/provider-aws/lib/index\\.js$" },
      "The root of the provider takes seconds and a gigabyte to load. Import @cdktf/provider-aws/lib/<resource>.",
    ),
    forbid(
      "environments-are-data",
      { path: room("environments") },
      { pathNot: ["^environments/", "node_modules/zod/"] },
      "An environment is plain data, checked by a schema. Put what needs cdktf into constructs/.",
    ),
    forbid(
      "constructs-know-no-environment",
      { path: room("constructs") },
      { path: "^(environments|main\\.ts|scripts|server|cli|lab/(?!lint))" },
      "A construct is reused by other teams. Pass what it needs as a prop; main.ts joins the two.",
    ),
    forbid(
      "constructs-by-userdata-door",
      { path: room("constructs") },
      { path: "^userdata/(?!index\\.ts$)" },
      "Import from ../userdata, its door, not from a file inside.",
    ),
    forbid(
      "constructs-without-io",
      { path: room("constructs") },
      { dependencyTypes: ["core"], pathNot: "^(crypto|net)$" },
      "Constructs declare; they read no disk and no network. node:net is there for its address arithmetic only.",
    ),
    forbid(
      "server-stands-alone",
      { path: room("server") },
      { pathNot: ["^server/", "node_modules/express/"], dependencyTypesNot: ["core"] },
      "The server is copied to instances as it is: it may use express and Node.js, nothing else.",
    ),
    forbid(
      "userdata-stands-alone",
      { path: room("userdata") },
      { pathNot: ["^userdata/", "node_modules/(yaml|fflate)/"], dependencyTypesNot: ["core"] },
      "User data is text about files; it reads server/ from disk and knows neither cdktf nor constructs.",
    ),
    forbid(
      "doors",
      { path: "^(main\\.ts|scripts|bench|examples)" },
      { path: "^(constructs|environments|userdata)/(?!index\\.ts$)" },
      "Rooms are entered by their door, index.ts. Export there what is missing.",
    ),
    forbid(
      "no-circles",
      { pathNot: "node_modules" },
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
      "Files that import each other cannot be understood one at a time. Move what both need into a third.",
    ),
    forbid(
      "no-unresolved",
      {},
      { couldNotResolve: true },
      "The import leads nowhere; correct the path or install it.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|cdktf\\.out)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".js", ".json"] },
  },
};
