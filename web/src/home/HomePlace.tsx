import { Navigate } from '@tanstack/react-router';
import { useMay } from '../app/use-may.ts';
import { HomePage } from './HomePage.tsx';

/** The start page: what waits for a member; a suggester starts with what they suggested. */
export function HomePlace() {
  return useMay('read') ? <HomePage /> : <Navigate to="/parking-lot" replace />;
}
