/** A form with both answers, one of them ticked: "[x] Positive [ ] Negative", "Positive ☐ Negative ☑", "Positive ~~Negative~~". Only what is ticked is the answer. */

const FILLED = String.raw`\[\s?[xX✓✔]\s?\]|(?<![\w)])\([xX✓✔]\)|_[xX]_|☑|☒|✅|■|●|◉`;
const EMPTY = String.raw`\[\s?_?\s?\]|\(\s\)|_{2,}|☐|□|○`;
const BOX = new RegExp(`(${FILLED})|(${EMPTY})`, 'g');
const STRUCK = /~~([^~]*)~~|<(s|del|strike)>(.*?)<\/\2>/gi;
const SELECTED = /\b(?:options|choices)\s*:.*\b(?:selected|answer|chosen)\s*:\s*([^.;]+)[.;]?\s*$/i;
/** "Positive: Yes, Negative: No", "Deficient=false; Normal=true"; "Deficient/Normal: Normal", "(Deficient, Normal) Normal". */
const EACH = /^([\p{L}][\p{L} -]*?)\s*[:=]\s*(yes|true|1|no|false|0)\s*[,;]\s*([\p{L}][\p{L} -]*?)\s*[:=]\s*(yes|true|1|no|false|0)\.?$/iu;
const EITHER = /^\(?([\p{L} -]+)[/,]\s?([\p{L} -]+)\s*(?::|\)\s?:?)\s*([\p{L} -]+)$/u;
const LONGEST = 200;
/** Bullets of a list, unless full and empty ones stand beside each other. */
const BULLETS = /[■●○]/;

const isYes = (answer: string): boolean => /^(?:yes|true|1)$/i.test(answer);

/** The ticked part; null where boxes or strokes leave none, or more than one; the text itself where there are no boxes. */
export function tickedPart(text: string): string | null {
  if (text.length > LONGEST) return text;
  const selected = SELECTED.exec(text)?.[1];
  if (selected !== undefined) return selected.trim();
  const [, one = '', ofOne = '', two = '', ofTwo = ''] = EACH.exec(text.trim()) ?? [];
  if (one !== '' && isYes(ofOne) !== isYes(ofTwo)) return isYes(ofOne) ? one : two;
  if (one !== '') return null;
  const [, first = '', second = '', chosen = ''] = EITHER.exec(text.trim()) ?? [];
  if (chosen !== '' && [first.trim(), second.trim()].includes(chosen.trim())) return chosen.trim();
  const left = text.replace(STRUCK, ' ').trim();
  if (left !== text.trim()) return /[\p{L}\d*]/u.test(left) ? left : null;
  const boxes = [...text.matchAll(BOX)];
  const filled = boxes.filter((box) => box[1] !== undefined);
  if (boxes.length === 0 || (BULLETS.test(boxes.map(([sign]) => sign).join('')) && (filled.length === 0 || filled.length === boxes.length)))
    return text;
  const ahead = text.slice(0, boxes[0]?.index).trim() === '';
  const ticked = boxes.flatMap((box, at) => {
    if (box[1] === undefined) return [];
    const end = box.index + box[0].length;
    const before = boxes[at - 1];
    const from = before === undefined ? 0 : before.index + before[0].length;
    return [(ahead ? text.slice(end, boxes[at + 1]?.index) : text.slice(from, box.index)).replace(/^[\s:,;/|]+|[\s:,;/|]+$/g, '')];
  });
  const [only, ...more] = ticked;
  return only === undefined || only === '' || more.length > 0 ? null : only;
}
