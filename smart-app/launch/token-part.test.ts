import { describe, expect, it } from 'vitest';
import { tokenPart } from './token-part.ts';

describe('the middle of a token', () => {
  it.each([
    ['of a JWT', 'eyJleHAiOjE3fQ', '{"exp":17}'],
    ['of a JWT in base64url', 'eyJzdWIiOiLDv8O_8J-Yi8O-In0', '{"sub":"ÿÿ😋þ"}'],
    ['of an opaque token', 'x', '{}'],
    ['that is base64 of something else', 'aGVsbG8', '{}'],
    ['that holds a bare word', 'bnVsbA', '{}'],
    ['that is not there', '', '{}'],
  ])('%s', (_, part, read) => {
    expect(tokenPart(part)).toBe(read);
  });
});
