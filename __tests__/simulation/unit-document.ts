/** A cloud-config document with one systemd service that holds these lines, in base64. */
export function unitDocument(lines: string): string {
  const unit = `[Service]\nExecStart=/usr/bin/program\n${lines}\n`;
  const files = [{ path: "/etc/systemd/system/program.service", content: unit }];
  return Buffer.from(`#cloud-config\n${JSON.stringify({ write_files: files })}\n`).toString("base64");
}
