/**
 * Sixteen hexadecimal digits that change when any of the values changes: two FNV-1a passes of 32 bits with different
 * starts. It tells an edit of one entity from no edit; it is no defence against someone who looks for collisions.
 */
export function fingerprint(values: readonly (string | null)[]): string {
  // JSON keeps the borders between the values, so that ['ab', 'c'] differs from ['a', 'bc'].
  const text = JSON.stringify(values);
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return hex(first) + hex(second);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
