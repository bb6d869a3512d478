/**
 * So much of each body counts for nothing: ordinary requests, however many, never wait for the large ones of others.
 * The number of connections bounds what they hold together.
 */
const freeBytes = 16 * 1024;

/** What one owner may hold, of the whole. */
const ownerShare = 1 / 4;

/**
 * Bounds the bytes that bodies hold from their first byte until they are answered, over all connections. Where too much
 * is held, whoever holds the most loses the body that has been coming for the longest: one who sends many or slowly
 * stands in nobody's way but his own.
 */
export class BodyBudget {
  private readonly owners = new Map<string, Owner>();
  private held = 0;

  constructor(private readonly maxBytes: number) {}

  /**
   * @param ownerName whose bodies are counted together, a tenant's
   * @param refuse called at most once, while the body is coming, when it is to be given up; it then counts no more
   */
  open(ownerName: string, refuse: () => void): HeldBody {
    const owner = this.owners.get(ownerName) ?? { held: 0, open: 0, coming: new Set() };
    this.owners.set(ownerName, owner);
    owner.open += 1;
    let bytes = 0;
    const charge = (by: number) => {
      owner.held += by;
      this.held += by;
    };
    const close = () => {
      if (!body.isOpen) return;
      body.isOpen = false;
      owner.coming.delete(refusal);
      charge(-Math.max(0, bytes - freeBytes));
      owner.open -= 1;
      if (owner.open === 0) this.owners.delete(ownerName);
    };
    const refusal = () => {
      close();
      refuse();
    };
    const body = {
      isOpen: true,
      add: (more: number) => {
        if (!body.isOpen) return;
        charge(Math.max(0, bytes + more - freeBytes) - Math.max(0, bytes - freeBytes));
        bytes += more;
        this.shed(owner);
      },
      whole: () => void owner.coming.delete(refusal),
      close,
    };
    owner.coming.add(refusal);
    return body;
  }

  /** Bytes that count, for whoever wants to look. */
  get heldBytes(): number {
    return this.held;
  }

  private shed(grown: Owner): void {
    while (grown.held > this.maxBytes * ownerShare && giveUpOldest(grown));
    while (this.held > this.maxBytes) {
      const [most] = [...this.owners.values()].filter(({ coming }) => coming.size > 0).sort((a, b) => b.held - a.held);
      if (!most || !giveUpOldest(most)) return;
    }
  }
}

/** A body that is counted. */
export interface HeldBody {
  /** False once it was given up or closed. */
  readonly isOpen: boolean;
  /** So many bytes more have come. */
  add(bytes: number): void;
  /** All of it has come: it can no longer be given up. */
  whole(): void;
  /** It is held no more; again does nothing. */
  close(): void;
}

interface Owner {
  held: number;
  /** Bodies, whether coming or whole. */
  open: number;
  /** How to give up those that are coming, the oldest first. */
  coming: Set<() => void>;
}

/** @returns false when none of the owner's is coming */
function giveUpOldest({ coming }: Owner): boolean {
  const [oldest] = coming;
  oldest?.();
  return oldest !== undefined;
}
