/** Numbers to places on a plot. */

/** The next round number at or above: 1, 2, 2.5 or 5 times a power of ten. */
export function niceCeiling(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Puts labels on as few lines as possible without overlap: the line of each, 0 nearest to the axis. */
export function lanes(labels: readonly { readonly at: number; readonly width: number }[], left: number, right: number): readonly number[] {
  const ends: number[] = [];
  return labels.map(({ at, width }) => {
    const start = Math.max(left, Math.min(right - width, at - width / 2));
    let lane = ends.findIndex((end) => end <= start);
    if (lane === -1) lane = ends.length;
    ends[lane] = start + width + 4;
    return lane;
  });
}
