/**
 * The EHR's own look (`smart_style_url`): every value is checked before use, contrast is checked again, and a failure is
 * no failure: the panel then keeps its own look.
 */
import { asRecord, asText } from '../data/read-values.ts';

export interface EhrStyle {
  readonly variables: Readonly<Record<string, string>>;
}

const COLOURS: ReadonlySet<string> = new Set(['--ground', '--ink', '--accent']);
/** Text on ground must reach 4.5:1 (WCAG 1.4.3). */
const CONTRAST = 4.5;

export function readEhrStyle(document: unknown): EhrStyle {
  const fields = asRecord(document);
  const variables: Record<string, string> = {};
  const ground = hex(asText(fields.color_background)) ?? '#ffffff';
  const text = hex(asText(fields.color_text)) ?? '#14202b';
  // Light grounds only: every mark of the panel is drawn for one.
  if (contrast(ground, text) >= 7 && luminance(ground) > 0.7) {
    if (hex(asText(fields.color_background)) !== null) variables['--ground'] = ground;
    if (hex(asText(fields.color_text)) !== null) variables['--ink'] = text;
  }
  const accent = hex(asText(fields.color_highlight));
  if (accent !== null && contrast(accent, '#ffffff') >= CONTRAST && contrast(accent, ground) >= CONTRAST) variables['--accent'] = accent;
  const radius = /^(\d{1,2})px$/.exec(asText(fields.dim_border_radius))?.[1];
  if (radius !== undefined) variables['--radius'] = `${Math.min(12, Number(radius))}px`;
  const size = /^(\d{2})px$/.exec(asText(fields.dim_font_size))?.[1];
  if (size !== undefined && Number(size) >= 12 && Number(size) <= 20) variables['--size'] = `${size}px`;
  const font = asText(fields.font_family_body);
  if (/^[A-Za-z0-9 ,'"-]{1,120}$/.test(font)) variables['--font'] = `${font}, var(--own-font)`;
  return { variables };
}

export async function applyEhrStyle(address: string, root: HTMLElement = document.documentElement): Promise<void> {
  try {
    const response = await fetch(address, { credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(5000) });
    if (!response.ok) return;
    const { variables } = readEhrStyle(await response.json());
    for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
    // Colours are checked for a light ground: who brings any gets the light look, whatever the system prefers.
    if (Object.keys(variables).some((name) => COLOURS.has(name))) root.dataset['look'] = 'light';
  } catch {
    // The standard says that a style that cannot be had is to be done without.
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
