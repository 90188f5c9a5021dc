// Keeps a plan between its review and its apply: encrypted, because it holds secrets in plain text, and bound to the
// environment and to the tree of files that it was made from.
//
//   node sealed-plan.js seal <file> <sealed file>
//   node sealed-plan.js open <sealed file> <file>
//
// Environment variables: PASSPHRASE, ENVIRONMENT (such as dev), TREE (as `git rev-parse HEAD^{tree}` prints it).

const { createCipheriv, createDecipheriv, randomBytes, scryptSync } = require("node:crypto");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");

const cipher = "aes-256-gcm";
const tagBytes = 16;

/** What a plan is of, and what it was made from. @typedef {{ environment: string, tree: string }} Origin */

/**
 * A line of JSON that says the origin, then the encrypted bytes. Nobody changes either without the passphrase.
 *
 * @param {Buffer} bytes
 * @param {Origin} origin
 * @param {string} passphrase
 */
function seal(bytes, { environment, tree }, passphrase) {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = { environment, tree, salt: salt.toString("base64"), nonce: nonce.toString("base64") };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const encryption = createCipheriv(cipher, scryptSync(passphrase, salt, 32), nonce).setAAD(line);
  return Buffer.concat([line, encryption.update(bytes), encryption.final(), encryption.getAuthTag()]);
}

/**
 * The bytes that were sealed; throws where they are of another origin, or were changed since.
 *
 * @param {Buffer} sealed
 * @param {Origin} wanted
 * @param {string} passphrase
 */
function open(sealed, wanted, passphrase) {
  const end = sealed.indexOf("\n") + 1;
  const line = sealed.subarray(0, end);
  const head = parseHead(line.toString("utf8"));
  if (head.environment !== wanted.environment)
    throw new Error(`the plan must be of ${wanted.environment}, got one of ${head.environment}`);
  if (head.tree !== wanted.tree)
    throw new Error(
      `the plan of ${wanted.environment} was made from other files (tree ${head.tree}) than those that are here (tree ` +
        `${wanted.tree}): another change was merged in between; nothing is applied, open a new pull request, which may be empty`,
    );
  const key = scryptSync(passphrase, Buffer.from(head.salt, "base64"), 32);
  const options = { authTagLength: tagBytes };
  const decryption = createDecipheriv(cipher, key, Buffer.from(head.nonce, "base64"), options).setAAD(line);
  try {
    decryption.setAuthTag(sealed.subarray(Math.max(end, sealed.length - tagBytes)));
    return Buffer.concat([decryption.update(sealed.subarray(end, -tagBytes)), decryption.final()]);
  } catch {
    throw new Error(
      `the plan of ${wanted.environment} was changed after it was made, or the passphrase was; plan again`,
    );
  }
}

/**
 * @param {string} line
 * @returns {{ environment: string, tree: string, salt: string, nonce: string }}
 */
function parseHead(line) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error("the file must be a sealed plan, got something else");
  }
}

/** @param {string} name */
function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must be set, got nothing`);
  return value;
}

function main() {
  const [command, from = "", to = ""] = process.argv.slice(2);
  const origin = { environment: setting("ENVIRONMENT"), tree: setting("TREE") };
  if (!existsSync(from))
    throw new Error(`there is no plan of ${origin.environment}: its plan failed or was skipped`);
  const change = command === "seal" ? seal : open;
  writeFileSync(to, change(readFileSync(from), origin, setting("PASSPHRASE")), { mode: 0o600 });
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    process.stdout.write(`::error::${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}

module.exports = { seal, open };
