import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** For a place that could not be drawn: a fault of ours, or a part of the app that an update has replaced. */
export function BrokenPlace() {
  return (
    <>
      <PageHeader title="Something broke" />
      <EmptyState
        sentence="This place could not be shown. What you did before is safe; load the page again, and tell your admin if it stays so."
        action={{ label: 'Load again', run: () => location.reload() }}
      />
    </>
  );
}
