// Loaded before a test run: gives the one file that the environment names with the one change it names.
import { registerHooks } from 'node:module';
import { mutate, type Mutation } from './mutation-sites.ts';

// Written by the bench that starts this process.
const mutation = JSON.parse(process.env['SHORTLIST_MUTATION'] ?? 'null') as Mutation | null;

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    if (mutation === null || !url.endsWith(`/${mutation.file}`) || loaded.source == null) return loaded;
    const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    return { ...loaded, source: mutate(source, mutation) };
  },
});
