/** Boolean profile expressions: `A AND ( B OR C )`, `NOT D`. The operators are upper case and stand between spaces. */
export type Expression =
  string | { readonly and: readonly Expression[] } | { readonly or: readonly Expression[] } | { readonly not: Expression };

/** Reads an expression; throws on unbalanced brackets, which in knowledge is an error to be seen at import. */
export function parseExpression(text: string): Expression {
  const tokens = tokenise(text);
  let at = 0;
  const result = either();
  if (at !== tokens.length) throw new Error(`profile expression does not end where it should: ${text}`);
  return result;

  function either(): Expression {
    const parts = [both()];
    while (tokens[at] === 'OR') {
      at += 1;
      parts.push(both());
    }
    return parts.length === 1 ? (parts[0] ?? '') : { or: parts };
  }
  function both(): Expression {
    const parts = [one()];
    while (tokens[at] === 'AND') {
      at += 1;
      parts.push(one());
    }
    return parts.length === 1 ? (parts[0] ?? '') : { and: parts };
  }
  function one(): Expression {
    const token = tokens[at];
    at += 1;
    if (token === undefined) throw new Error(`profile expression ends too early: ${text}`);
    if (token === 'NOT') return { not: one() };
    if (token === '(') {
      const inside = either();
      if (tokens[at] !== ')') throw new Error(`profile expression lacks a closing bracket: ${text}`);
      at += 1;
      return inside;
    }
    return token.trim();
  }
}

/** Operators and lone brackets are tokens of their own; the words between them are one. Brackets inside a name stay with it. */
function tokenise(text: string): string[] {
  const tokens: string[] = [];
  let words: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    if (!['AND', 'OR', 'NOT', '(', ')'].includes(word)) {
      words.push(word);
      continue;
    }
    if (words.length > 0) tokens.push(words.join(' '));
    words = [];
    tokens.push(word);
  }
  return words.length > 0 ? [...tokens, words.join(' ')] : tokens;
}
