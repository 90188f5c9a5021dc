/** Colours for a light and a dark page; a picture asks its reader which one it is on. */
export const colours = `
.alb-lab{--ground:#ffffff;--region:#f7f8fa;--frame:#d6dbe3;--panel:#eceff4;--zone:#eef3fb;--zone-edge:#c9d6ec;--card:#ffffff;--edge:#b4becd;--ink:#1b2330;--soft:#566173;--line:#7c899c;--bad:#b42318;--added:#116b38;--added-ground:#e3f5e9;--changed:#8a5300;--changed-ground:#fdf0d7;--replaced:#6b3fb5;--replaced-ground:#f0e9fc;--destroyed:#b42318;--destroyed-ground:#fdebe9;--forgotten:#0b5cab;--forgotten-ground:#e3effb}
@media (prefers-color-scheme:dark){.alb-lab{--ground:#0f141b;--region:#141a23;--frame:#2c3644;--panel:#1c2430;--zone:#16202f;--zone-edge:#2b3d58;--card:#222c39;--edge:#445165;--ink:#e8edf4;--soft:#a5b1c1;--line:#8391a5;--bad:#ff9c92;--added:#7ddba4;--added-ground:#143524;--changed:#f2c26b;--changed-ground:#3a2c0e;--replaced:#c8aaff;--replaced-ground:#2e2148;--destroyed:#ff9c92;--destroyed-ground:#421a16;--forgotten:#8fc4ff;--forgotten-ground:#12304f}}
`.trim();

/** How boxes, lines and texts look in these colours. */
export const shapes = `
.alb-lab text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink);white-space:pre}
.alb-lab .bold{font-weight:600}
.alb-lab .soft{fill:var(--soft)}
.alb-lab .bad{fill:var(--bad)}
.alb-lab rect{stroke-width:1}
.alb-lab .ground{fill:var(--ground)}
.alb-lab .region{fill:var(--region);stroke:var(--frame);stroke-dasharray:5 4}
.alb-lab .balancer{fill:var(--panel);stroke:var(--edge)}
.alb-lab .listener{fill:var(--region);stroke:var(--frame)}
.alb-lab .zone{fill:var(--zone);stroke:var(--zone-edge)}
.alb-lab .rule,.alb-lab .group,.alb-lab .target,.alb-lab .clients{fill:var(--card);stroke:var(--edge)}
.alb-lab .line{fill:none;stroke:var(--line);stroke-width:1.5}
.alb-lab .line.closed{stroke:var(--bad);stroke-dasharray:6 4}
.alb-lab .line.unknown{stroke-dasharray:1.5 4;stroke-linecap:round}
.alb-lab .tip{fill:var(--line)}
.alb-lab .tip.closed{fill:var(--bad)}
`.trim();

/** The same for each mark: its colour on lines and texts, its ground in boxes; what leaves is dashed as well. */
export function markRules(marks: readonly string[]): string {
  const rules = marks.map(
    (mark) =>
      `.alb-lab rect.${mark}{stroke:var(--${mark});stroke-width:1.75}.alb-lab .pill.${mark}{fill:var(--${mark}-ground);stroke-width:1}.alb-lab text.${mark}{fill:var(--${mark})}.alb-lab .line.${mark}:not(.closed){stroke:var(--${mark})}.alb-lab .tip.${mark}:not(.closed){fill:var(--${mark})}`,
  );
  return [
    ...rules,
    ".alb-lab rect.destroyed:not(.pill){stroke-dasharray:6 3}.alb-lab rect.forgotten:not(.pill){stroke-dasharray:2 3}",
  ].join("\n");
}
