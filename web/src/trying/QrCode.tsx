// A picture that a phone reads an address from. Dark on light in every theme, as cameras want it.
import encodeQr from 'qr';
import { useMemo } from 'react';
import styles from './Try.module.css';

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = useMemo(() => drawn(text), [text]);
  return (
    <svg role="img" aria-label={label} className={styles.qr} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

/** One square for each dark dot. */
function drawn(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 2 });
  const squares = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: squares.join(''), size: rows.length };
}
