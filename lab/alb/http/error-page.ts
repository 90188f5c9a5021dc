/** The page of every answer that the load balancer makes by itself: 92 + 2 × title bytes (P-E1). */
export function errorPage(title: string): string {
  return [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "</body>",
    "</html>",
    "",
  ].join("\r\n");
}
