import { mergeClasses } from "@fluentui/react-components";
import * as React from "react";
import type { Reader } from "../../src/vocabulary/reader";
import type { Node } from "./layout";
import { initialsOf, type Person } from "./people";
import { useStyles } from "./styles";
import { personText, roleText } from "./texts";

const bestRelationship = 5;

interface PersonNodeProps {
  readonly node: Node;
  readonly width: number;
  readonly height: number;
  readonly superior: Person | undefined;
  readonly isSingleThread: boolean;
  readonly isInChain: boolean;
  /** Reached by the Tab key; the others by arrows. */
  readonly isCurrent: boolean;
  readonly reader: Reader;
  readonly hold: (element: HTMLButtonElement | null) => void;
  readonly look: (isLooked: boolean) => void;
  readonly open: (id: string) => void;
}

/** A person: initials in a ring as full as the relationship is strong, name and role; an outline that says whether we reach them. */
export function PersonNode(props: PersonNodeProps): React.ReactElement {
  const { node, width, height, superior, isSingleThread, isInChain, isCurrent, reader, hold, look, open } = props;
  const styles = useStyles();
  const { person } = node;
  const said = personText(reader, person, superior, isSingleThread);
  return (
    <button
      ref={hold}
      type="button"
      className={mergeClasses(
        styles.node,
        person.isReached ? styles.nodeReached : styles.nodeNotReached,
        isInChain && styles.nodeInChain,
        isSingleThread && styles.nodeSingle,
      )}
      style={{ left: node.x, top: node.y, width, height }}
      tabIndex={isCurrent ? 0 : -1}
      title={said}
      onClick={() => {
        open(person.stakeholderId);
      }}
      onFocus={() => {
        look(true);
      }}
      onBlur={() => {
        look(false);
      }}
      onMouseEnter={() => {
        look(true);
      }}
      onMouseLeave={() => {
        look(false);
      }}
    >
      <Ring share={person.relationship / bestRelationship} initials={initialsOf(person.name)} />
      <span className={styles.heard}>{said}</span>
      <span className={styles.nodeWords} aria-hidden="true">
        <span className={styles.nodeName}>{person.name}</span>
        <span className={styles.nodeRole}>{roleText(reader, person.role)}</span>
      </span>
      {isSingleThread && (
        <span className={styles.alarm} aria-hidden="true">
          !
        </span>
      )}
    </button>
  );
}

const radius = 15;
const around = 2 * Math.PI * radius;

function Ring({ share, initials }: { readonly share: number; readonly initials: string }): React.ReactElement {
  const styles = useStyles();
  const filled = Math.min(1, Math.max(0, share)) * around;
  return (
    <svg className={styles.ring} width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <circle className={styles.ringTrack} cx="18" cy="18" r={radius} />
      {filled > 0 && (
        <circle
          className={styles.ringFilled}
          cx="18"
          cy="18"
          r={radius}
          strokeDasharray={`${filled} ${around}`}
          transform="rotate(-90 18 18)"
        />
      )}
      <text className={styles.initials} x="18" y="22" textAnchor="middle">
        {initials}
      </text>
    </svg>
  );
}
