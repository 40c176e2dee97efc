/** What the middle of a token says, where it says anything. */

/**
 * A part of a token as JSON text: base64 or base64url. A token is the EHR's own business and need not be a JWT: what holds no JSON object
 * says nothing, and never ends a launch.
 */
export function tokenPart(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const read = new TextDecoder().decode(bytes);
    const value: unknown = JSON.parse(read);
    return typeof value === 'object' && value !== null ? read : '{}';
  } catch {
    return '{}';
  }
}
