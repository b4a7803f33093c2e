import type { ReactNode } from 'react';
import styles from './Gallery.module.css';

/** A group of specimens under one heading. */
export function SpecimenGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group} id={title.toLowerCase().replaceAll(' ', '-')}>
      <h2 className={styles.groupTitle}>{title}</h2>
      {children}
    </section>
  );
}

/** One part in one state. `bare` leaves out the frame, for parts that have their own; `narrow` gives it a phone's width. */
export function Specimen({
  state,
  children,
  bare = false,
  narrow = false,
}: {
  readonly state: string;
  readonly children: ReactNode;
  readonly bare?: boolean;
  readonly narrow?: boolean;
}) {
  return (
    <figure className={narrow ? styles.narrow : styles.specimen}>
      <figcaption className={styles.caption}>{state}</figcaption>
      <div className={bare ? styles.bare : styles.stage}>{children}</div>
    </figure>
  );
}
