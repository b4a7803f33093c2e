/** THE list of entities. A new one is one line here and a migration; sync, backup and the drift test follow. */
import type { z } from 'zod';
import { Attachment } from './attachment/attachment.ts';
import { Comment } from './comment/comment.ts';
import { entity } from './entity.ts';
import { Dismissal } from './check/dismissal.ts';
import { Term } from './check/term.ts';
import { Environment, EnvironmentKey } from './environment/environment.ts';
import { Evidence } from './evidence/evidence.ts';
import { Flag } from './flag/flag.ts';
import { Idea } from './idea/idea.ts';
import { Import } from './import/import.ts';
import { Mail } from './mail/mail.ts';
import { Follower, Following, Notice, NoticeSettings, ToldReady } from './notice/notice.ts';
import { Review } from './review/review.ts';
import { CodeScan, CodeUse } from './removal/code-scan.ts';
import { Segment } from './segment/segment.ts';
import { Link } from './link/link.ts';
import { Persona } from './persona/persona.ts';
import { Label, Labelling } from './label/label.ts';
import { Placement } from './backlog/placement.ts';
import { Criterion } from './story/criterion.ts';
import { Finding } from './story/finding.ts';
import { Question } from './story/question.ts';
import { Story } from './story/story.ts';
import { Task } from './story/task.ts';
import { Text } from './text/text.ts';
import { TryKey, TryLink } from './trying/try-link.ts';
import { View } from './view/view.ts';
import { Contact } from './workspace/contact.ts';
import { Invitation, Login, Session, Token } from './workspace/credentials.ts';
import { Member } from './workspace/member.ts';
import { Team } from './workspace/team.ts';
import { Workspace } from './workspace/workspace.ts';

export const entities = {
  workspace: entity(Workspace),
  member: entity(Member),
  contact: entity(Contact),
  team: entity(Team),
  idea: entity(Idea),
  review: entity(Review),
  persona: entity(Persona),
  story: entity(Story),
  task: entity(Task),
  criterion: entity(Criterion),
  question: entity(Question),
  finding: entity(Finding),
  placement: entity(Placement),
  link: entity(Link),
  text: entity(Text, { loaded: 'whenOpened' }),
  evidence: entity(Evidence, { loaded: 'whenOpened' }),
  attachment: entity(Attachment, { loaded: 'whenOpened' }),
  comment: entity(Comment, { loaded: 'whenOpened' }),
  label: entity(Label),
  labelling: entity(Labelling),
  term: entity(Term),
  dismissal: entity(Dismissal),
  import: entity(Import),
  environment: entity(Environment),
  segment: entity(Segment),
  flag: entity(Flag),
  codeScan: entity(CodeScan),
  codeUse: entity(CodeUse, { loaded: 'whenOpened' }),
  view: entity(View),
  ownview: entity(View, { audience: 'private' }),
  notice: entity(Notice, { audience: 'private' }),
  following: entity(Following, { audience: 'private' }),
  follower: entity(Follower, { audience: 'private' }),
  noticeSettings: entity(NoticeSettings, { audience: 'private' }),
  mail: entity(Mail, { audience: 'private' }),
  toldReady: entity(ToldReady, { audience: 'private' }),
  login: entity(Login, { audience: 'private' }),
  session: entity(Session, { audience: 'private' }),
  invitation: entity(Invitation, { audience: 'private' }),
  token: entity(Token, { audience: 'private' }),
  environmentKey: entity(EnvironmentKey, { audience: 'private' }),
  tryLink: entity(TryLink, { audience: 'private' }),
  tryKey: entity(TryKey, { audience: 'private' }),
} as const;

export type EntityName = keyof typeof entities;

/** The value of one entity: `EntityOf<'idea'>` is `Idea`. */
export type EntityOf<Name extends EntityName> = z.infer<(typeof entities)[Name]['schema']>;

/** All entity names, in the order in which a restore may write them. */
// Object.keys loses the literal types that the list above has.
export const entityNames = Object.keys(entities) as readonly EntityName[];
