/** Parts of a name that say that its value is a secret. */
const secret =
  /password|passwd|passphrase|passcode|secret|token|credential|(?:api|access|private|encryption|signing|auth|client|license|master)_?key/;

/** The same, where they are a word of their own. */
const secretWord = /(?:^|_)(?:pass|pwd|psk|pw)(?:_|$)|^auth$/;

/** Last words of names that say something about a secret, such as where it is, and not the secret. */
const about =
  /(?:^|_)(?:files?|paths?|arns?|names?|endpoints?|urls?|uris?|policy|length|size|min|max|ttl|expiry|expires|expiration|age|days|hours|minutes|seconds|validity|duration|enabled|required|types?|versions?|stdin|rotation|source|ref|from|status|count|limit|prefix|encoding|algorithm|method|format|mode|user|username|region|units?)$/;

/** Whether what has such a name is most likely a secret: `DB_PASSWORD_PROD`, `clientSecret`, not `password_file`. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  return (secret.test(words) || secretWord.test(words)) && !about.test(words);
}

/** Whether a part of something secret is itself most likely none: `name`, `kms_key_id`. */
function isBesideSecret(name: string): boolean {
  const words = wordsOf(name);
  return about.test(words) || /(?:^|_)ids?$/.test(words);
}

/** Whether a name leads to a secret: that of a part, of what it is a part of, or of the pair whose value it is. */
export function isSecretPart(name: string, isInSecret: boolean, pairNames: readonly string[] = []): boolean {
  if (isSecretName(name) || (isInSecret && !isBesideSecret(name))) return true;
  return /^values?$/i.test(name) && pairNames.some(isSecretName);
}

/** `clientSecret-2` as `client_secret_2`. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}
