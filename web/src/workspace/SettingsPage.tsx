import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { useParams } from '@tanstack/react-router';
import { NothingHere } from '../app/NothingHere.tsx';
import { useMe } from '../app/use-me.ts';
import { GlossarySettings } from '../check/GlossarySettings.tsx';
import { EnvironmentSettings } from '../environment/EnvironmentSettings.tsx';
import { FeatureSettings } from '../feature/FeatureSettings.tsx';
import { NoticeSettings } from '../notice/NoticeSettings.tsx';
import { PersonaSettings } from '../persona/PersonaSettings.tsx';
import { AccountSettings } from './AccountSettings.tsx';
import { ImportSettings } from '../import/ImportSettings.tsx';
import { LabelSettings } from '../label/LabelSettings.tsx';
import { MemberSettings } from './MemberSettings.tsx';
import { settingsSections } from './settings-sections.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { TeamListSettings } from './TeamListSettings.tsx';
import { TokenSettings } from './TokenSettings.tsx';
import { WorkspaceSettings } from './WorkspaceSettings.tsx';

const contents: Readonly<Record<string, () => React.ReactNode>> = {
  account: AccountSettings,
  notices: NoticeSettings,
  tokens: TokenSettings,
  workspace: WorkspaceSettings,
  features: FeatureSettings,
  members: MemberSettings,
  teams: TeamListSettings,
  personas: PersonaSettings,
  labels: LabelSettings,
  glossary: GlossarySettings,
  environments: EnvironmentSettings,
  imports: ImportSettings,
};

export function SettingsPage() {
  const me = useMe();
  const { section: id = 'account' } = useParams({ strict: false });
  const section = settingsSections.find((one) => one.id === id && roleMay(me.role, one.requires));
  const Content = contents[id];
  if (section === undefined || Content === undefined) return <NothingHere />;
  return (
    <SettingsFrame section={id}>
      <Content />
    </SettingsFrame>
  );
}
