import { sharedLines } from "./shared-lines";

/** What stands in front of a server or translates its ports, so that nobody can say what is listened on. */
const RELAYS =
  /\b(nginx|httpd|apache2?|haproxy|caddy|traefik|envoy|varnish|socat|iptables|nftables|nft|firewall-cmd|docker|podman|nerdctl|k3s|kubelet|authbind)\b/i;

const MOST_FILES = 256;

/** Looks for relays in documents, which have most of their beginnings in common. */
export class RelaySearch {
  #text = "";
  /** -1: there is none. */
  #firstAt = -1;
  readonly #files = new Map<string, boolean>();

  in({
    text,
    files,
  }: {
    readonly text: string;
    readonly files: readonly { readonly content: string }[];
  }): boolean {
    return this.#inText(text) || files.some(({ content }) => this.#inFile(content));
  }

  #inText(text: string): boolean {
    const shared = sharedLines(this.#text, text);
    if (this.#firstAt < 0 || this.#firstAt >= shared) {
      const found = text.slice(shared).search(RELAYS);
      this.#firstAt = found < 0 ? -1 : shared + found;
    }
    this.#text = text;
    return this.#firstAt >= 0;
  }

  #inFile(content: string): boolean {
    let found = this.#files.get(content);
    if (found === undefined) {
      found = RELAYS.test(content);
      if (this.#files.size === MOST_FILES) this.#files.clear();
      this.#files.set(content, found);
    }
    return found;
  }
}
