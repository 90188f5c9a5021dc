/** A call of the query protocol that the emulator takes; gives the text of the answer. */
export async function rawCall(
  url: string,
  service: "ec2" | "elasticloadbalancing",
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const version = service === "ec2" ? "2016-11-15" : "2015-12-01";
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      authorization: `AWS4-HMAC-SHA256 Credential=dummy/20260101/ap-northeast-2/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({ Version: version, ...parameters }).toString(),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${parameters.Action}: must be taken, got ${answer.status}\n${text}`);
  return text;
}

/** The first text in an element of a name. */
export function textIn(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  if (found === undefined) throw new Error(`must have an element ${name}, got ${xml.slice(0, 400)}`);
  return found;
}

/** ARN of a certificate that the emulator issues. */
export async function requestCertificate(url: string, DomainName: string): Promise<string> {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "CertificateManager.RequestCertificate",
      authorization:
        "AWS4-HMAC-SHA256 Credential=dummy/20260101/ap-northeast-2/acm/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify({ DomainName }),
  });
  const { CertificateArn } = (await answer.json()) as { readonly CertificateArn: string };
  return CertificateArn;
}
