// Where an imported thing came from, in words and as a link.
interface Sourced {
  readonly source: string | null;
  readonly externalId: string | null;
}

export interface SourceLink {
  /** `acme/parcels#12` */
  readonly words: string;
  /** Null where the tracker's address is not known. */
  readonly href: string | null;
}

/** Null for what was made here. */
export function sourceLink({ source, externalId }: Sourced): SourceLink | null {
  if (source === null || externalId === null) return null;
  const issue = source === 'github' ? /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(externalId) : null;
  return { words: externalId, href: issue === null ? null : `https://github.com/${issue[1]}/issues/${issue[2]}` };
}
