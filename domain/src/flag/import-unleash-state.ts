/** What a file of Unleash holds: its features and its segments, whichever of its two forms it has. */
import type { SegmentDefinition } from './flag-definition.ts';
import { fieldsOf, listOf, unknownFields, wordOf, type Fields, type ImportNote } from './import-flags.ts';
import { constraintClauses } from './import-unleash-constraints.ts';

/** The whole state, or the events of the delta API folded into one. */
export function stateOf(json: Fields, notes: ImportNote[]): { features: readonly unknown[]; segments: readonly unknown[] } {
  if (!Array.isArray(json['events'])) return { features: listOf(json['features']), segments: listOf(json['segments']) };
  const features = new Map<string, unknown>();
  const segments = new Map<string, unknown>();
  for (const [index, one] of json['events'].entries()) {
    const event = fieldsOf(one);
    const type = event['type'];
    if (type === 'hydration') {
      for (const feature of listOf(event['features'])) features.set(wordOf(fieldsOf(feature)['name']), feature);
      for (const segment of listOf(event['segments'])) segments.set(wordOf(fieldsOf(segment)['id']), segment);
    } else if (type === 'feature-updated') features.set(wordOf(fieldsOf(event['feature'])['name']), event['feature']);
    else if (type === 'feature-removed') features.delete(wordOf(event['featureName']));
    else if (type === 'segment-updated') segments.set(wordOf(fieldsOf(event['segment'])['id']), event['segment']);
    else if (type === 'segment-removed') segments.delete(wordOf(event['segmentId']));
    else notes.push({ path: `events.${index}.type`, message: 'is an event of an unknown type, and was left out' });
  }
  return { features: [...features.values()], segments: [...segments.values()] };
}

/** A segment under a key of its own; `taken`: those that were read before it. */
export function segmentOf(
  fields: Fields,
  path: string,
  taken: ReadonlyMap<string, SegmentDefinition>,
  notes: ImportNote[],
): SegmentDefinition {
  const id = wordOf(fields['id']);
  const slug = wordOf(fields['name'])
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const isTaken = [...taken.values()].some(({ key }) => key === slug);
  const clauses = constraintClauses(fields['constraints'], `${path}.constraints`, notes);
  notes.push(...unknownFields(fields, ['id', 'name', 'constraints', 'description', 'project', 'createdAt', 'createdBy'], path));
  return { key: slug === '' || isTaken ? `segment-${id}` : slug, unit: 'user', included: [], excluded: [], rules: [clauses] };
}
