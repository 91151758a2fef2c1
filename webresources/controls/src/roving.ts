/** Where a key leads within a list or grid of cells that is read row by row; null for a key that does not move. */
export function nextIndex(key: string, index: number, count: number, columns = 1): number | null {
  if (count === 0) return null;
  const within = (wanted: number): number => Math.min(Math.max(wanted, 0), count - 1);
  const rowStart = index - (index % columns);
  switch (key) {
    case "ArrowDown":
      return index + columns < count ? index + columns : index;
    case "ArrowUp":
      return index - columns >= 0 ? index - columns : index;
    case "ArrowRight":
      return within(index + 1);
    case "ArrowLeft":
      return within(index - 1);
    case "PageDown":
      return within(index + 10 * columns);
    case "PageUp":
      return within(index - 10 * columns);
    case "Home":
      return columns > 1 ? rowStart : 0;
    case "End":
      return columns > 1 ? within(rowStart + columns - 1) : count - 1;
    default:
      return null;
  }
}

/** A place on a drawing, in pixels from its upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const directions: Readonly<Record<string, Place>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/**
 * The nearest place in the direction of an arrow key, what lies off to the side counting twice; the same place when there is none.
 * Null for a key that is no arrow. Of places one on another, each is reached in turn.
 */
export function nearestTowards(key: string, index: number, places: readonly Place[]): number | null {
  const direction = directions[key];
  const from = places[index];
  if (!direction || !from) return null;
  const forwards = direction.x + direction.y > 0;
  let found = index;
  let shortest = Infinity;
  places.forEach((place, other) => {
    if (other === index) return;
    const along = (place.x - from.x) * direction.x + (place.y - from.y) * direction.y;
    const aside = Math.abs((place.x - from.x) * direction.y) + Math.abs((place.y - from.y) * direction.x);
    const isSame = along === 0 && aside === 0;
    if (isSame ? forwards !== other > index : along <= 0) return;
    const distance = isSame ? Math.abs(other - index) * 1e-6 : along + 2 * aside;
    // From behind, places one on another are entered at the last.
    if (distance < shortest || (!forwards && distance === shortest)) {
      shortest = distance;
      found = other;
    }
  });
  return found;
}
