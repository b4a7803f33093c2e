import type { CriteriaProgress } from '@shortlist/domain/story/criterion-tree.ts';
import { Badge } from '../ui/Badge.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** How far the criteria of a row's story are verified; nothing before the first verdict. */
export function ProgressBadge({ progress }: { readonly progress: CriteriaProgress | null }) {
  if (progress === null) return null;
  const { environment, passed, failed, total } = progress;
  const tone = failed > 0 ? 'bad' : passed === total ? 'good' : 'plain';
  return (
    <Badge tone={tone}>
      <span title={`${passed} of ${total} criteria passed in ${environment}${failed > 0 ? `, ${failed} failed` : ''}`}>
        {passed}/{total}
        <VisuallyHidden> criteria passed</VisuallyHidden>
      </span>
    </Badge>
  );
}
