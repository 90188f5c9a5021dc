import { escapeXml } from "../clean";
import type { Diagram } from "../diagram";
import { fold } from "../fold/fold";
import { layOut } from "../picture/lay-out";
import { FOLD, renderPicture } from "../svg/render-svg";
import { colours } from "../svg/style";
import { renderTables } from "./tables";

/** A page of its own with the picture, and all of its content as tables: no scripts, nothing loaded, fit to be printed. */
export function renderHtml(diagram: Diagram): string {
  const picture = renderPicture(layOut(fold(diagram, FOLD)), diagram);
  const notes = diagram.notes.map((note) => `<li>${escapeXml(note)}</li>`);
  return `<!doctype html>
<html lang="en" class="alb-lab">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(diagram.title)}</title>
<style>
${colours}
${style}
</style>
</head>
<body>
<main>
<h1 class="unseen">${escapeXml(diagram.title)}</h1>
<figure tabindex="0" aria-label="Picture">
${picture}</figure>
${diagram.scenes.map(renderTables).join("\n")}
${notes.length === 0 ? "" : `<h2>Notes</h2>\n<ul>${notes.join("")}</ul>`}
</main>
</body>
</html>
`;
}

const style = `
:root{color-scheme:light dark}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:1600px;margin:0 auto;padding:24px}
/* the picture shows its title */
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
h2{font-size:18px;margin:32px 0 8px}
h3{font-size:15px;margin:20px 0 4px}
p{color:var(--soft);margin:2px 0}
figure{margin:0;overflow:auto;border:1px solid var(--frame);border-radius:10px}
figure svg{display:block;max-width:100%;min-width:900px;height:auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--frame);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600;white-space:nowrap}
td:first-child{white-space:nowrap}
.mark{font-weight:600;white-space:nowrap}
.added{color:var(--added)}.changed{color:var(--changed)}.replaced{color:var(--replaced)}.forgotten{color:var(--forgotten)}.destroyed,.closed{color:var(--bad)}
@media print{main{padding:0;max-width:none}figure{border:0;overflow:visible}figure svg{min-width:0}tr{break-inside:avoid}}
`.trim();
