import { Badge } from '../ui/Badge.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { KeyActions, type KeyAction } from '../ui/KeyActions.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ReadinessRing } from '../ui/signature/ReadinessRing.tsx';
import { ReviewCard, type ReviewCardProps } from '../ui/signature/ReviewCard.tsx';
import styles from './Gallery.module.css';
import { checkNames, daysAgo, sampleChecks } from './sample-work.ts';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const nothing = () => undefined;
const actions: readonly KeyAction[] = [
  { id: 'story', label: 'Refine to story', keys: 's', tone: 'accent', run: nothing },
  { id: 'task', label: 'Task', keys: 't', run: nothing },
  { id: 'merge', label: 'Merge', keys: 'm', run: nothing },
  { id: 'keep', label: 'Keep', keys: 'k', run: nothing },
  { id: 'reject', label: 'Reject', keys: 'x', tone: 'bad', run: nothing },
  { id: 'undo', label: 'Undo', keys: 'u', disabled: true, run: nothing },
];

export const fullCard: ReviewCardProps = {
  handle: 'IDEA-71',
  problem: 'Depot staff cannot tell which parcels wait for customs, so they open every second one to look.',
  context: 'Came up twice in October, at the two depots that handle returns from Norway.',
  facts: ['Ines Okafor', <RelativeTime key="age" time={daysAgo(19)} />, '4 voices', 'expires 10 January'],
  evidenceTitle: 'Evidence',
  evidence: (
    <>
      <blockquote className={styles.quote}>
        “We cut them open. There is no other way to know, and then we tape them again.”
      </blockquote>
      <p className={styles.muted}>Depot Gothenburg, 14 October</p>
    </>
  ),
  similarTitle: 'It looks like',
  similar: (
    <>
      <p>
        <Handle text="IDEA-32" /> Customs state on the parcel page <Badge>kept twice</Badge>
      </p>
      <p>
        <Handle text="IDEA-9" /> Print customs papers in advance <Badge tone="bad">rejected: no room</Badge>
      </p>
    </>
  ),
  actions: <KeyActions label="Decisions" actions={actions} />,
};

export function ReviewSpecimens() {
  return (
    <>
      <SpecimenGroup title="Readiness ring">
        <Specimen state="None, some, all; 16, 20 and 40 pixels">
          <div className={styles.row}>
            {[0, 1, 3, 5, 6].flatMap((done) =>
              ([16, 20, 40] as const).map((size) => (
                <ReadinessRing
                  key={`${done} ${size}`}
                  size={size}
                  checks={sampleChecks(done)}
                  readyLabel="Ready"
                  missingLabel={(missing) =>
                    `${checkNames.length - missing.length} of ${checkNames.length}; missing: ${missing.join(', ')}`
                  }
                />
              )),
            )}
            <ReadinessRing
              size={40}
              checks={[{ id: 'why', label: 'why', done: false }]}
              readyLabel="Ready"
              missingLabel={() => 'Missing: why'}
            />
          </div>
        </Specimen>
      </SpecimenGroup>
      <SpecimenGroup title="Review card">
        <Specimen state="Full">
          <ReviewCard {...fullCard} />
        </Specimen>
        <Specimen state="Only the problem">
          <ReviewCard
            handle={null}
            problem="Monthly reports take a day to put together."
            facts={['just now']}
            actions={<KeyActions label="Decisions, only the problem" actions={actions} />}
          />
        </Specimen>
        <Specimen state="Long, decided">
          <ReviewCard
            {...fullCard}
            problem={`${fullCard.problem} They do it because a parcel that leaves without papers comes back after nine days, and the one who asked for it is told nothing in between, which is how we hear of it.`}
            decided="Rejected: no room"
            actions={<KeyActions label="Decisions, decided" actions={actions} />}
          />
        </Specimen>
        <Specimen state="Refused" narrow>
          <ReviewCard
            {...fullCard}
            notice={
              <ErrorNotice
                problem="Someone else drives this review."
                whatToDo="Press D to take over; Jan de Vries sees that you did."
              />
            }
            actions={<KeyActions label="Decisions, refused" actions={actions} />}
          />
        </Specimen>
      </SpecimenGroup>
    </>
  );
}
