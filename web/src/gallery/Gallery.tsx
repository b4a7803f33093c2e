// Every part in every state, for looking at. Reachable in development builds only, at /gallery.
import { Button } from '../ui/Button.tsx';

export function Gallery() {
  return <Button variant="primary">Refine</Button>;
}
