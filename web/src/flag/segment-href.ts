/** The address of a segment's own page. */
export function segmentHref(key: string): string {
  return `/flags/segments/${encodeURIComponent(key)}`;
}
