/** Text that a reader cannot read: cut at an edge, outside the window, lying on other text, or an everyday word broken in its middle. Measured in the page, as it is drawn. */
import type { Page } from 'playwright-core';

/** One line for each fault on the page as it stands, in the reader's words; none where every text can be read. */
export async function cutOff(page: Page): Promise<string[]> {
  // From the top: what a sticky strip covers at the moment is no property of the page.
  await page.evaluate(() => window.scrollTo(0, 0));
  return page.evaluate(() => {
    const SLACK = 1.5;
    interface Piece {
      readonly element: Element;
      readonly text: string;
      readonly box: { left: number; right: number; top: number; bottom: number };
      /** What floats above the page and holds this text; texts are compared within one layer. */
      readonly layer: Element | null;
    }
    const faults = new Set<string>();
    // Rows far down are laid out only when they come near; here every one is.
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (getComputedStyle(one).contentVisibility === 'auto') one.style.contentVisibility = 'visible';
    }
    const nameOf = (element: Element, text: string) =>
      `"${text.trim().replace(/\s+/g, ' ').slice(0, 60)}" in ${element.tagName.toLowerCase()}${element.classList.length > 0 ? `.${[...element.classList].filter((name) => !name.startsWith('m_')).join('.')}` : ''}`;
    const styles = new Map<Element, CSSStyleDeclaration>();
    const style = (element: Element) => {
      const known = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, known);
      return known;
    };
    const ancestors = (element: Element) => {
      const list: Element[] = [];
      for (let at: Element | null = element; at !== null && at !== document.documentElement; at = at.parentElement) list.push(at);
      return list;
    };
    /** Said to a screen reader and drawn nowhere. */
    const spoken = (above: readonly Element[]) =>
      above.some((element) => {
        const { width, height } = element.getBoundingClientRect();
        return (width <= 1 && height <= 1) || element.matches('.spoken, .skip');
      });
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (element === null || text.trim() === '' || ['OPTION', 'SCRIPT', 'STYLE', 'TEXTAREA', 'NOSCRIPT'].includes(element.tagName))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const above = ancestors(element);
      if (spoken(above)) continue;
      const layer = above.find((one) => ['sticky', 'fixed', 'absolute'].includes(style(one).position)) ?? null;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getClientRects().length > 1 && !(element instanceof SVGElement) && element.closest('code, pre, .genotype') === null) {
        // An address or a file's name is one long token: it breaks where it must.
        for (const { index, 0: word } of text.matchAll(/(?<![\p{L}\p{N}_])\p{L}{3,16}(?![\p{L}\p{N}_])/gu)) {
          const token = (/\S*$/.exec(text.slice(0, index))?.[0] ?? '') + (/^\S*/.exec(text.slice(index))?.[0] ?? '');
          if (token.length > 26) continue;
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const [first, ...others] = [...range.getClientRects()].filter(({ width }) => width > 0.5);
          if (first !== undefined && others.some(({ top }) => top > first.top + first.height / 2))
            faults.add(`broken in its middle: ${nameOf(element, word)}`);
        }
        range.selectNodeContents(node);
      }
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width < 1 || height < 1) continue;
        const box = { left, right, top, bottom };
        let scrolls = false;
        let hidden = false;
        for (const one of above) {
          const { overflowX, overflowY, display } = style(one);
          if (display === 'inline') continue;
          const edge = one.getBoundingClientRect();
          const sideways = right > edge.right + SLACK || left < edge.left - SLACK;
          const upright = (bottom + top) / 2 > edge.bottom + SLACK || (bottom + top) / 2 < edge.top - SLACK;
          if (['auto', 'scroll'].includes(overflowX) && sideways) scrolls = true;
          if (['auto', 'scroll'].includes(overflowY) && upright) scrolls = true;
          // A text folded by choice ends in "…" and has its button; what is cut sideways has none.
          if (['hidden', 'clip'].includes(overflowY) && upright) hidden = true;
          if (!scrolls && ['hidden', 'clip'].includes(overflowX) && sideways && !(element instanceof SVGElement))
            faults.add(`cut off: ${nameOf(element, text)}`);
        }
        if (scrolls || hidden) continue;
        if (right > window.innerWidth + SLACK || left < -SLACK) faults.add(`outside the window: ${nameOf(element, text)}`);
        pieces.push({ element, text, box, layer });
      }
    }
    // What is typed or chosen has no text node.
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input:not([type=checkbox]):not([type=radio]), select',
    )) {
      // Somebody is typing: the field follows the writer's cursor.
      if (field === document.activeElement || !field.checkVisibility() || spoken(ancestors(field))) continue;
      const { font, paddingLeft, paddingRight, letterSpacing } = style(field);
      const shown = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.textContent ?? '') : field.value || field.placeholder;
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null || shown === '') continue;
      pen.font = font;
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const arrow = field instanceof HTMLSelectElement && style(field).appearance !== 'none' ? 16 : 0;
      const spacing = Number.parseFloat(letterSpacing) || 0;
      if (pen.measureText(shown).width + spacing * shown.length + arrow > room + SLACK)
        faults.add(`cut off in its field: ${nameOf(field, shown)}`);
    }
    // Text on text: boxes of lines overlap a little by their leading, so only what meets in both directions counts.
    pieces.sort((a, b) => a.box.top - b.box.top);
    pieces.forEach((one, at) => {
      for (let next = at + 1; next < pieces.length; next += 1) {
        const other = pieces[next];
        if (other === undefined || other.box.top > one.box.bottom - 4) break;
        if (
          one.layer !== other.layer ||
          one.element === other.element ||
          one.element.contains(other.element) ||
          other.element.contains(one.element)
        )
          continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 0.35 * Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top))
          faults.add(`on other text: ${nameOf(one.element, one.text)} and ${nameOf(other.element, other.text)}`);
      }
    });
    if (document.documentElement.scrollWidth > window.innerWidth + 1) faults.add('the page scrolls sideways');
    return [...faults];
  });
}
