/** A count on standard error while a long run goes on; silent when nobody watches. */
export function progress(unit: string): { tick(): void; end(): void } {
  if (!process.stderr.isTTY) return { tick: () => undefined, end: () => undefined };
  const started = Date.now();
  let count = 0;
  let shown = 0;
  return {
    tick() {
      count += 1;
      const now = Date.now();
      if (now - shown < 200) return;
      shown = now;
      const rate = Math.round((count * 1000) / Math.max(1, now - started));
      process.stderr.write(`\r${count} ${unit}, ${rate} per second `);
    },
    end() {
      process.stderr.write(`\r${count} ${unit} in ${((Date.now() - started) / 1000).toFixed(1)} s \n`);
    },
  };
}
