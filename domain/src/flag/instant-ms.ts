const iso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Milliseconds since 1970 of a number, a Date or an ISO 8601 text (without a zone: UTC); null for anything else, since engines read other texts each
 * in their own way.
 */
export function instantMs(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const text = value instanceof Date ? dateText(value) : value;
  if (typeof text !== 'string' || text.length > 40 || !iso.test(text)) return null;
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/.test(text) && text.includes('T');
  const ms = Date.parse(hasZone || !text.includes('T') ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : ms;
}

function dateText(date: Date): string | null {
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
