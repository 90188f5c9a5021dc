// @ts-check

/**
 * ts-node's transpiler: swc, whose output is kept in `node_modules/.cache`. A program of several hundred files starts
 * in half the time, and swc itself is loaded only when a file has changed.
 */

const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const root = resolve(__dirname, "..");
const directory = join(root, "node_modules/.cache/alb-lab");

/** @param {string} name */
const versionOf = (name) => require(`${name}/package.json`).version;

/** @param {import("ts-node").CreateTranspilerOptions} options */
function create(options) {
  const seed = JSON.stringify([
    versionOf("@swc/core"),
    versionOf("ts-node"),
    options.service.config.options,
    /** @type {{ nodeModuleEmitKind?: string }} */ (options).nodeModuleEmitKind,
  ]);
  /** @type {import("ts-node").Transpiler | undefined} */
  let swc;
  /** @param {string} input @param {{ fileName: string }} of */
  const transpile = (input, of) => {
    const file = join(
      directory,
      createHash("sha1").update(seed).update(of.fileName).update(input).digest("hex"),
    );
    const kept = readKept(file);
    if (kept !== undefined) return kept;
    swc ??= createSwc(options);
    const output = swc.transpile(input, of);
    keep(file, output);
    return output;
  };
  return { transpile };
}

/**
 * @param {import("ts-node").CreateTranspilerOptions} options
 * @returns {import("ts-node").Transpiler}
 */
function createSwc(options) {
  // @ts-expect-error It has no types.
  const { create } = require("ts-node/transpilers/swc");
  return create(options);
}

/** @param {string} file */
function readKept(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Under its name once it is whole. Where nothing can be kept, everything still works.
 * @param {string} file @param {object} output
 */
function keep(file, output) {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(draft, JSON.stringify(output));
    renameSync(draft, file);
  } catch {}
}

exports.create = create;
