/** Round steps from at or below the lowest to at or above the highest value, about four of them. */
export function niceTicks(lowest: number, highest: number): readonly number[] {
  const span = highest - lowest || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let n = Math.floor(lowest / step); n * step < highest + step - step * 1e-9; n++) ticks.push(Number((n * step).toPrecision(12)));
  return ticks.length > 1 ? ticks : [0, step];
}

/** SVG paths of the slices of a pie, or of a ring where there is an inner radius. */
export function arcs(values: readonly number[], x: number, y: number, outer: number, inner: number): readonly string[] {
  const total = values.reduce((sum, each) => sum + each, 0);
  if (total <= 0) return [];
  let angle = -Math.PI / 2;
  return values.map((value) => {
    // A whole circle has no arc from a point to itself.
    const sweep = Math.min((value / total) * 2 * Math.PI, 2 * Math.PI - 1e-4);
    const [from, to] = [angle, angle + sweep];
    angle = to;
    const at = (radius: number, a: number) => `${(x + radius * Math.cos(a)).toFixed(2)} ${(y + radius * Math.sin(a)).toFixed(2)}`;
    const large = sweep > Math.PI ? 1 : 0;
    const ring = `M${at(outer, from)}A${String(outer)} ${String(outer)} 0 ${String(large)} 1 ${at(outer, to)}`;
    return inner > 0
      ? `${ring}L${at(inner, to)}A${String(inner)} ${String(inner)} 0 ${String(large)} 0 ${at(inner, from)}Z`
      : `${ring}L${String(x)} ${String(y)}Z`;
  });
}
