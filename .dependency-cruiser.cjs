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
      { path: "^(environments|main\\.ts|scripts|server|cli|lab/(?!lint/index\\.ts$))" },
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
      "main-declares-only",
      { path: "^main\\.ts$" },
      { path: "^(lab|cli|server|userdata|scripts)/" },
      "main.ts turns environments into stacks. What is done with the JSON afterwards belongs into scripts/ or cli/.",
    ),
    forbid(
      "lab-knows-json-only",
      { path: "^(lab|cli)/" },
      {
        path: "^(main\\.ts|(environments|constructs|server|scripts)/)|node_modules/(cdktf|constructs|@cdktf)/",
      },
      "What is right of synthesis works on anybody's Terraform JSON. Read the value from the Topology instead.",
    ),
    forbid(
      "topology-stands-alone",
      { path: room("lab/topology") },
      { pathNot: ["^lab/topology/", "^userdata/index\\.ts$"], dependencyTypesNot: ["core"] },
      "The model is what all other rooms share: it knows none of them, and of user data only the door.",
    ),
    forbid(
      "topology-reads-in-read-files",
      { path: room("lab/topology"), pathNot: "/read-[^/]+\\.ts$" },
      { dependencyTypes: ["core"], pathNot: "^(crypto|path)$" },
      "Only a file named read-* touches the disk. Read there, and hand the text over.",
    ),
    forbid(
      "topology-reads-disk-only",
      { path: "^lab/topology/.*read-[^/]+\\.ts$" },
      { dependencyTypes: ["core"], pathNot: "^(fs|path)$" },
      "A topology is read from disk, without network or child process. Have the user save it to a file or pipe it in.",
    ),
    forbid(
      "alb-knows-topology-only",
      { path: room("lab/alb") },
      { pathNot: ["^lab/alb/", "^lab/topology/index\\.ts$"], dependencyTypesNot: ["core"] },
      "How a load balancer behaves follows from the topology and the request. Take anything else as an argument.",
    ),
    forbid(
      "alb-is-pure",
      { path: room("lab/alb") },
      { dependencyTypes: ["core"], pathNot: "^(crypto|net|http)$" },
      "Behaviour is pure functions. Take bytes, time and chance as arguments; node:net is there for its address arithmetic, node:http for its reason phrases.",
    ),
    forbid(
      "lint-judges-topologies",
      { path: room("lab/lint") },
      {
        pathNot: ["^lab/lint/", "^lab/(topology|alb)/index\\.ts$", "node_modules/refa/"],
        dependencyTypesNot: ["core"],
      },
      "A defect is judged by the topology and by how a load balancer behaves, both by their doors.",
    ),
    forbid(
      "lint-is-pure",
      { path: room("lab/lint") },
      { dependencyTypes: ["core"], pathNot: "^net$" },
      "Lint is a pure function of a topology. Read in lab/topology, print in cli; node:net is there for its address arithmetic.",
    ),
    forbid(
      "defects-stand-alone",
      { path: "^lab/lint/defects/", pathNot: "/index\\.ts$" },
      { path: "^lab/lint/defects/" },
      "One defect is understood without another. Move what both need into a file of lab/lint.",
    ),
    forbid(
      "reach-follows-topologies",
      { path: room("lab/reach") },
      { pathNot: ["^lab/reach/", "^lab/(topology|alb)/index\\.ts$"], dependencyTypesNot: ["core"] },
      "Who reaches whom follows from the topology. Take anything else as an argument.",
    ),
    forbid(
      "simulation-by-doors",
      { path: room("lab/simulation") },
      { pathNot: ["^lab/simulation/", "^lab/(topology|alb)/index\\.ts$"], dependencyTypesNot: ["core"] },
      "A simulation asks lab/alb how a load balancer behaves. What is missing there belongs there.",
    ),
    forbid(
      "testing-by-doors",
      { path: room("lab/testing") },
      {
        pathNot: [
          "^lab/testing/",
          "^lab/(topology|alb|lint|reach|simulation)/index\\.ts$",
          "node_modules/@jest/",
        ],
        dependencyTypesNot: ["core"],
      },
      "A matcher words what another room of lab/ knows. Put what is to be known there, and export it.",
    ),
    forbid(
      "doctor-is-handed-evidence",
      { path: room("lab/doctor") },
      {
        pathNot: ["^lab/doctor/", "^lab/(topology|alb|lint|reach)/index\\.ts$"],
        dependencyTypesNot: ["core"],
      },
      "The doctor judges evidence. Gather it in lab/aws, lab/local or cli, and hand it in.",
    ),
    forbid(
      "causes-stand-alone",
      { path: "^lab/doctor/causes/", pathNot: "/index\\.ts$" },
      { path: "^lab/doctor/causes/" },
      "One cause is understood without another. Move what both need into a file of lab/doctor.",
    ),
    forbid(
      "aws-sees-only",
      { path: room("lab/aws") },
      {
        pathNot: ["^lab/aws/", "^lab/(topology|doctor)/index\\.ts$", "node_modules/@aws-sdk/"],
        dependencyTypesNot: ["core"],
      },
      "This room reads what is deployed. What it means is judged in lab/doctor.",
    ),
    forbid(
      "review-judges-changes",
      { path: room("lab/review") },
      {
        pathNot: [
          "^lab/review/",
          "^lab/(topology|alb|lint|reach|diagram)/index\\.ts$",
          "^userdata/index\\.ts$",
          "node_modules/diff/",
        ],
        dependencyTypesNot: ["core"],
      },
      "A review compares two topologies by what other rooms know of them. Read in lab/topology, print in cli.",
    ),
    forbid(
      "risks-stand-alone",
      { path: "^lab/review/risks/", pathNot: "/index\\.ts$" },
      { path: "^lab/review/risks/" },
      "One risk is understood without another. Move what both need into a file of lab/review.",
    ),
    forbid(
      "diagram-draws-topologies",
      { path: room("lab/diagram") },
      { pathNot: ["^lab/diagram/", "^lab/(topology|alb)/index\\.ts$"], dependencyTypesNot: ["core"] },
      "A diagram is drawn from a topology alone. What is judged or compared comes in as a mark.",
    ),
    forbid(
      "judges-are-pure",
      { path: "^lab/(reach|simulation|testing|doctor|review|diagram)/" },
      { dependencyTypes: ["core"], pathNot: "^net$" },
      "Take bytes, time and chance as arguments: read in lab/topology, print in cli. node:net is there for its address arithmetic.",
    ),
    forbid(
      "aws-sdk-in-one-room",
      { pathNot: ["^lab/aws/", "node_modules"] },
      { path: "node_modules/@aws-sdk/" },
      "The AWS SDK is optional: only lab/aws loads it, when it is asked to.",
    ),
    forbid(
      "local-runs-topologies",
      { path: room("lab/local") },
      {
        pathNot: [
          "^lab/local/",
          "^lab/(topology|alb)/index\\.ts$",
          "^userdata/index\\.ts$",
          "node_modules/(@peculiar/x509|reflect-metadata)/",
        ],
        dependencyTypesNot: ["core"],
      },
      "The local lab runs a Topology by the rules of lab/alb, both by their doors. Return what others shall show or judge.",
    ),
    forbid(
      "cli-by-doors",
      { path: room("cli") },
      {
        pathNot: ["^cli/", "^lab/[^/]+/index\\.ts$", "node_modules/(commander|picocolors)/"],
        dependencyTypesNot: ["core"],
      },
      "A command joins rooms of lab/ by their doors and prints. Put logic into the room that it belongs to.",
    ),
    forbid(
      "doors",
      { path: "^(main\\.ts|scripts|bench|examples)" },
      { path: "^(constructs|environments|userdata|cli|lab/[^/]+)/(?!index\\.ts$)" },
      "Rooms are entered by their door, index.ts. Export there what is missing.",
    ),
    forbid(
      "folders-by-door",
      { path: "^lab/(alb|local)/([^/]+)" },
      {
        path: "^lab/(local/(http|tls|processes|dashboard)|alb/(actions|cookies|health|http|routing|targets|tls))/(?!index\\.ts$)",
        pathNot: "^lab/$1/$2/",
      },
      "A folder with an index.ts is entered by it from the rest of its room too. Export there what is missing.",
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
