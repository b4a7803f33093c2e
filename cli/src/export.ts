/** What is taken elsewhere, each to a place of its own. */
import { defineCommand } from 'citty';
import { exportCsvCommand } from './export-csv.ts';
import { exportFlagdCommand } from './flag-files.ts';

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Takes lists and flags elsewhere.' },
  subCommands: { csv: exportCsvCommand, flagd: exportFlagdCommand },
});
