/** Semantic Versioning 2.0.0, lenient about what people write: a leading `v`, and missing minor or patch numbers count as 0. */

export type Version = { readonly numbers: readonly [number, number, number]; readonly pre: readonly string[] };

// At most 15 digits, so that every number is exact.
const pattern = /^[vV]?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(?:-([0-9A-Za-z.-]{1,200}))?(?:\+[0-9A-Za-z.-]{1,200})?$/;

/** The version a text or number names, or null. Build metadata is dropped: it never orders. */
export function versionOf(value: unknown): Version | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  if (text.length > 500) return null;
  const match = pattern.exec(text);
  if (match === null) return null;
  const pre = match[4] === undefined ? [] : match[4].split('.');
  if (pre.includes('')) return null;
  return { numbers: [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)], pre };
}

/** Below 0 where `a` precedes `b`, 0 where neither does (§ 11 of the specification). */
export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  for (let i = 0; i < Math.min(a.pre.length, b.pre.length); i++) {
    const difference = compareIdentifiers(a.pre[i] ?? '', b.pre[i] ?? '');
    if (difference !== 0) return difference;
  }
  return a.pre.length - b.pre.length;
}

/** Numbers precede words and compare by size; words compare by ASCII. */
function compareIdentifiers(a: string, b: string): number {
  const aIsNumber = /^\d+$/.test(a);
  const bIsNumber = /^\d+$/.test(b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  if (aIsNumber) {
    const [x, y] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
    if (x.length !== y.length) return x.length - y.length;
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
