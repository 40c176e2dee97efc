/**
 * The EHR's own look (`smart_style_url`): every value is checked before use, contrast is checked again, and a failure is
 * no failure: the panel then keeps its own look.
 */
import { asRecord, asText } from '../data/read-values.ts';

export type Look = 'light' | 'dark';

export interface EhrStyle {
  /** The look that the EHR's own ground asks for; null when it says nothing of colours, and the reader's system decides. */
  readonly look: Look | null;
  /** Colours, for that look only. */
  readonly colours: Readonly<Record<string, string>>;
  /** Corners, size and typeface: for both. */
  readonly shapes: Readonly<Record<string, string>>;
}

/** Text on ground must reach 4.5:1 (WCAG 1.4.3). */
const CONTRAST = 4.5;
/** Grounds of our own dark look and the cut on a filled accent (tokens.css): an accent of the EHR has to be read on all of them. */
const DARK_GROUNDS = ['#12191f', '#1a242c', '#0b141b'];

export function readEhrStyle(document: unknown): EhrStyle {
  const fields = asRecord(document);
  const background = hex(asText(fields.color_background));
  const dark = background !== null && luminance(background) < 0.1;
  const colours = dark ? darkColours(fields) : lightColours(fields);
  const shapes: Record<string, string> = {};
  const radius = /^(\d{1,2})px$/.exec(asText(fields.dim_border_radius))?.[1];
  if (radius !== undefined) shapes['--radius'] = `${Math.min(12, Number(radius))}px`;
  const size = /^(\d{2})px$/.exec(asText(fields.dim_font_size))?.[1];
  // Never below what the reader set in the browser.
  if (size !== undefined && Number(size) >= 12 && Number(size) <= 20) shapes['--size'] = `max(${size}px, 0.875rem)`;
  const font = asText(fields.font_family_body);
  if (/^[A-Za-z0-9 ,'"-]{1,120}$/.test(font)) shapes['--font'] = `${font}, var(--own-font)`;
  return { look: dark ? 'dark' : Object.keys(colours).length > 0 ? 'light' : null, colours, shapes };
}

function lightColours(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const colours: Record<string, string> = {};
  const ground = hex(asText(fields.color_background)) ?? '#ffffff';
  const text = hex(asText(fields.color_text)) ?? '#14202b';
  if (contrast(ground, text) >= 7 && luminance(ground) > 0.7) {
    if (hex(asText(fields.color_background)) !== null) colours['--ground'] = ground;
    if (hex(asText(fields.color_text)) !== null) colours['--ink'] = text;
  }
  const accent = hex(asText(fields.color_highlight));
  if (accent !== null && contrast(accent, '#ffffff') >= CONTRAST && contrast(accent, ground) >= CONTRAST) colours['--accent'] = accent;
  return colours;
}

/** A dark EHR gets the panel's own dark look, whose marks are drawn for its own grounds; only the accent is taken over. */
function darkColours(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const accent = hex(asText(fields.color_highlight));
  return accent !== null && DARK_GROUNDS.every((ground) => contrast(accent, ground) >= CONTRAST) ? { '--accent': accent } : {};
}

/** The EHR's style; null when it cannot be had, and the panel keeps its own look: the standard says that it is to be done without. */
export async function fetchEhrStyle(address: string): Promise<EhrStyle | null> {
  try {
    const response = await fetch(address, { credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(5000) });
    return response.ok ? readEhrStyle(await response.json()) : null;
  } catch {
    return null;
  }
}

function hex(colour: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : null;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
