/** One line of a bench's table; names are stable and dotted. */
export type Row = { name: string; value: number; unit: string; bar?: string; met?: boolean; peer?: string };
