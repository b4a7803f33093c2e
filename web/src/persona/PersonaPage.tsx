// One persona: what there is to know about them, edited in place, whom they go by too, and their stories.
import { personaLimits } from '@shortlist/domain/persona/persona-limits.ts';
import { useParams, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { copyLink } from '../app/copy-link.ts';
import { EditableLine } from '../app/EditableLine.tsx';
import { NothingHere } from '../app/NothingHere.tsx';
import { act } from '../app/notify.ts';
import { EditableMarkdown } from '../editor/EditableMarkdown.tsx';
import { useMay } from '../app/use-may.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useBy, useEntity } from '../sync/use-store.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { actsOf } from '../ui/command.ts';
import { isInList } from '../ui/is-in-list.ts';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { SettingsFrame } from '../workspace/SettingsFrame.tsx';
import { MergePersona } from './MergePersona.tsx';
import { personaCommands, takeApart, type PersonaContext } from './persona-commands.ts';
import { personaHref, type Persona } from './persona-of.ts';
import styles from './PersonaPage.module.css';
import { PersonaPicture } from './PersonaPicture.tsx';
import { PersonaPictureActs } from './PersonaPictureActs.tsx';
import { PersonaStories } from './PersonaStories.tsx';

export function PersonaPage() {
  const { persona: id = '' } = useParams({ strict: false });
  const persona = useEntity('persona', id);
  const { state } = useConnection();
  if (persona === undefined && state !== 'loading') return <NothingHere />;
  return (
    <SettingsFrame section="personas">
      {persona === undefined ? (
        <Skeleton label="Loading the persona">
          <SkeletonRows count={4} />
        </Skeleton>
      ) : (
        <KnownPersona key={persona.id} persona={persona} />
      )}
    </SettingsFrame>
  );
}

const fields = [
  { field: 'goals', label: 'Goals', belongsHere: 'What they want to get done.' },
  { field: 'frustrations', label: 'Frustrations', belongsHere: 'What is in their way today.' },
  { field: 'notes', label: 'Notes', belongsHere: 'Whatever else helps to know them.' },
] as const;

function KnownPersona({ persona }: { readonly persona: Persona }) {
  const mayShape = useMay('shape');
  const [isMerging, setMerging] = useState(false);
  const { history } = useRouter();
  const into = useEntity('persona', persona.mergedIntoId);
  const mayEdit = mayShape && persona.mergedIntoId === null;
  const context = useMemo(
    (): PersonaContext => ({
      persona,
      mayShape,
      askMerge: () => setMerging(true),
      copyLink: ({ id }) => void copyLink(personaHref(id)),
    }),
    [persona, mayShape],
  );
  useCommands(personaCommands, () => (isInList() ? null : context));
  const edit = (change: Partial<Pick<Persona, 'name' | 'goals' | 'frustrations' | 'notes'>>) =>
    act('persona.edit', { personaId: persona.id, ...change });
  return (
    <>
      <section aria-label={persona.name} className={styles.persona}>
        <header className={styles.head}>
          <PersonaPicture persona={persona} size="large" />
          <div className={styles.name}>
            {mayEdit ? (
              <EditableLine
                label="Name"
                look="title"
                value={persona.name}
                maxLength={120}
                required="A persona needs a name."
                onSave={(name) => edit({ name })}
              />
            ) : (
              <h2>{persona.name}</h2>
            )}
            {persona.archivedAt !== null && <Badge>Put away</Badge>}
            {into !== undefined && (
              <p className={styles.quiet}>
                Merged into <a href={personaHref(into.id)}>{into.name}</a>, which its stories say now.
              </p>
            )}
          </div>
        </header>
        <div className={styles.acts}>
          {actsOf(personaCommands, context).map((one) => (
            <ActButton key={one.id} act={one} size="small" />
          ))}
          {mayEdit && <PersonaPictureActs persona={persona} />}
        </div>
        {fields.map(
          ({ field, label, belongsHere }) =>
            (mayEdit || persona[field] !== '') && (
              <EditableMarkdown
                key={field}
                heading={label}
                belongsHere={belongsHere}
                mayEdit={mayEdit}
                text={persona[field]}
                maxLength={personaLimits[field]}
                subjectId={persona.id}
                onSave={(text) => void edit({ [field]: text })}
              />
            ),
        )}
        <MergedHere persona={persona} mayShape={mayShape} />
      </section>
      <PersonaStories personaId={persona.id} />
      <div>
        <Button variant="plain" wordsAt="start" onClick={() => history.push('/settings/personas')}>
          All personas
        </Button>
      </div>
      {isMerging && <MergePersona persona={persona} onClose={() => setMerging(false)} />}
    </>
  );
}

/** Who was merged into it: each can be taken apart again. */
function MergedHere({ persona, mayShape }: { readonly persona: Persona; readonly mayShape: boolean }) {
  const merged = useBy('persona', 'mergedIntoId', persona.id);
  if (merged.length === 0) return null;
  return (
    <div>
      <h3 className={styles.label}>Merged into it</h3>
      <ul className={styles.merged}>
        {merged.map((one) => (
          <li key={one.id} className={styles.one}>
            <a href={personaHref(one.id)}>{one.name}</a>
            {mayShape && (
              <Button size="small" variant="plain" onClick={() => takeApart(one)}>
                Take apart
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
