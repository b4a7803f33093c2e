/** What a client accepts, and what it has already. */

/** The first of `offered` that `Accept-Encoding` takes; `identity` when it takes none of the others, or says nothing. */
export function preferredEncoding<Encoding extends string>(
  accept: string | undefined,
  offered: readonly Encoding[],
): Encoding | 'identity' {
  const taken = new Map<string, number>();
  for (const part of (accept ?? '').split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    if (name !== '') taken.set(name.trim(), quality === undefined ? 1 : Number(quality));
  }
  const found = offered.find((encoding) => encoding !== 'identity' && (taken.get(encoding) ?? taken.get('*') ?? 0) > 0);
  return found ?? 'identity';
}

/** `If-None-Match` against an answer's own tag, compared weakly. */
export function etagMatches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => plain(tag) === plain(etag));
}

/** Whether `Accept` names a media type. */
export function accepts(accept: string | undefined, type: string): boolean {
  return (accept ?? '').split(',').some((part) => part.trim().toLowerCase().split(';')[0] === type);
}
