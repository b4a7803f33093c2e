// The sections of Settings, in order, and whom each is for.
import type { Capability } from '@shortlist/domain/workspace/roles.ts';

export interface SettingsSection {
  readonly id: string;
  readonly label: string;
  readonly requires: Capability;
}

export const settingsSections: readonly SettingsSection[] = [
  { id: 'account', label: 'Your account', requires: 'be_signed_in' },
  { id: 'notices', label: 'Notices', requires: 'follow' },
  { id: 'tokens', label: 'API tokens', requires: 'manage_own_tokens' },
  { id: 'workspace', label: 'Workspace', requires: 'manage_workspace' },
  { id: 'features', label: 'Features', requires: 'manage_workspace' },
  { id: 'members', label: 'Members', requires: 'read' },
  { id: 'teams', label: 'Teams', requires: 'read' },
  { id: 'personas', label: 'Personas', requires: 'read' },
  { id: 'labels', label: 'Labels', requires: 'read' },
  { id: 'glossary', label: 'Glossary', requires: 'read' },
  { id: 'environments', label: 'Environments', requires: 'read' },
  { id: 'imports', label: 'Imports', requires: 'import' },
];
