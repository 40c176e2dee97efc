/** Header and footer of every printed page, by the margin boxes of CSS paged media: patient above, hash and versions below. */

export interface PageStamp {
  readonly top: string;
  readonly bottom: string;
  readonly page: string;
  readonly of: string;
}

/** Puts the stamp on; the answer takes it off. It lives in a style sheet of its own and is never part of the page's text on screen. */
export function stampPages(stamp: PageStamp): () => void {
  if (typeof CSSStyleSheet === 'undefined' || !('adoptedStyleSheets' in document)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stampRules(stamp));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

export function stampRules({ top, bottom, page, of }: PageStamp): string {
  return `@page {
  @top-left { content: ${cssString(top)}; font: 8pt/1.3 system-ui, sans-serif; color: #333; }
  @top-right { content: ${cssString(page)} " " counter(page) " " ${cssString(of)} " " counter(pages); font: 8pt/1.3 system-ui, sans-serif; color: #333; }
  @bottom-left { content: ${cssString(bottom)}; font: 7pt/1.3 system-ui, sans-serif; color: #333; width: 100%; }
}`;
}

/** A text as a CSS string: whatever it holds, it stays a string. */
function cssString(text: string): string {
  const escaped = Array.from(text.slice(0, 400), (letter) =>
    /[A-Za-z0-9 .,:;·()/–-]/.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
