/** `2026-01-05` → `5 Jan 2026`; anything else as it is. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function readableDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match === null || month === undefined ? iso.slice(0, 10) : `${String(Number(match[3]))} ${month} ${match[1] ?? ''}`;
}

/** A sentence with its ISO days as a clinician writes them; a day that is part of a version, a path or an instant stays. */
export function withReadableDates(text: string): string {
  return text.replace(/(?<![\w./:-])\d{4}-\d{2}-\d{2}(?![\w/-]|[.:]\w)/g, readableDate);
}
