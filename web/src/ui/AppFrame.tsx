// The frame of every page: places at the left (a bar at the bottom of a phone), the page, and what is open beside it.
import { Menu as MenuIcon, PanelLeft, Search } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button, IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './AppFrame.module.css';
import { Kbd } from './Kbd.tsx';
import { PlaceLink, type Place } from './PlaceLink.tsx';
import { toggleSidebar, useSidebarFolded } from './sidebar.ts';

// Only a phone's bar opens one, and what opens others brings it along.
const Dialog = lazy(async () => ({ default: (await import('./Dialog.tsx')).Dialog }));

export interface AppFrameProps {
  /** The top of the sidebar: the workspace's name or a menu. */
  readonly brand: ReactNode;
  readonly places: readonly Place[];
  /** The id of the place that is shown. */
  readonly currentPlace: string | null;
  /** Follows a plain press on a place without loading a page; presses with Ctrl, Cmd or Shift stay the browser's. */
  readonly onNavigate: (href: string) => void;
  /** The foot of the sidebar: who is logged in, the offline mark. */
  readonly foot?: ReactNode;
  /** The main act, at the top of the sidebar and in the middle of a phone's bar. */
  readonly act?: { readonly label: string; readonly icon: ReactNode; readonly keys?: string; readonly run: () => void };
  /** The way to everything that has no place of its own, below the main act. */
  readonly find?: { readonly label: string; readonly keys: string; readonly run: () => void };
  /** A `Panel`, or nothing. */
  readonly panel?: ReactNode;
  readonly children: ReactNode;
  readonly words?: Partial<FrameWords>;
}

export interface FrameWords {
  readonly skip: string;
  readonly places: string;
  readonly more: string;
  readonly sidebar: string;
}

const plainWords: FrameWords = { skip: 'Skip to the page', places: 'Places', more: 'More', sidebar: 'Show or hide the sidebar' };

/** A phone's bar holds this many places beside the act and "more". */
const placesInBar = 3;

export function AppFrame({ brand, places, currentPlace, onNavigate, foot, act, find, panel, children, words }: AppFrameProps) {
  const say = { ...plainWords, ...words };
  const folded = useSidebarFolded();
  const [drawer, setDrawer] = useState(false);
  const go = (href: string) => {
    setDrawer(false);
    onNavigate(href);
  };

  return (
    <div className={classNames(styles.frame, folded && styles.folded)}>
      <a href="#page" className={styles.skip}>
        {say.skip}
      </a>
      <nav aria-label={say.places} className={styles.sidebar}>
        <div className={styles.brand}>
          <div className={styles.brandName}>{brand}</div>
          <IconButton
            label={say.sidebar}
            keys="["
            tooltipSide="right"
            size="small"
            aria-expanded={!folded}
            icon={<PanelLeft size={16} />}
            onClick={toggleSidebar}
          />
        </div>
        {act !== undefined && (
          <button type="button" className={styles.act} onClick={act.run} aria-label={act.label}>
            {act.icon}
            <span className={styles.actName}>{act.label}</span>
          </button>
        )}
        {find !== undefined && (
          <button type="button" className={styles.find} onClick={find.run} aria-label={folded ? find.label : undefined}>
            <Search size={16} />
            <span className={styles.actName}>{find.label}</span>
            <span aria-hidden="true" className={styles.actName}>
              <Kbd keys={find.keys} look="bare" />
            </span>
          </button>
        )}
        <ul className={styles.places}>
          {places.map((place) => (
            <li key={place.id}>
              <PlaceLink place={place} current={place.id === currentPlace} look={folded ? 'folded' : 'row'} onNavigate={go} />
            </li>
          ))}
        </ul>
        <div className={styles.foot}>{foot}</div>
      </nav>
      <main id="page" tabIndex={-1} className={styles.main} data-scroll>
        {children}
      </main>
      {panel}
      <nav aria-label={say.places} className={styles.bar}>
        {places.slice(0, placesInBar).map((place) => (
          <PlaceLink key={place.id} place={place} current={place.id === currentPlace} look="bar" onNavigate={go} />
        ))}
        {act !== undefined && (
          <button type="button" className={styles.barAct} onClick={act.run}>
            {act.icon}
            <span>{act.label}</span>
          </button>
        )}
        <button type="button" className={styles.barMore} aria-expanded={drawer} onClick={() => setDrawer(true)}>
          <MenuIcon size={18} />
          <span>{say.more}</span>
        </button>
      </nav>
      {drawer && (
        <Suspense>
          <Dialog open onClose={() => setDrawer(false)} title={say.places}>
            {find !== undefined && (
              <Button
                wide
                icon={<Search size={16} />}
                onClick={() => {
                  flushSync(() => setDrawer(false));
                  find.run();
                }}
              >
                {find.label}
              </Button>
            )}
            <ul className={styles.drawer}>
              {places.map((place) => (
                <li key={place.id}>
                  <PlaceLink place={place} current={place.id === currentPlace} look="row" onNavigate={go} />
                </li>
              ))}
            </ul>
            {/* A link of the foot goes to a page that the drawer would cover. */}
            <div
              role="presentation"
              onClick={(event) => {
                if (event.target instanceof Element && event.target.closest('a') !== null) setDrawer(false);
              }}
            >
              {foot}
            </div>
          </Dialog>
        </Suspense>
      )}
    </div>
  );
}
