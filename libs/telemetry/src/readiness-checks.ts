import { Injectable, type OnModuleDestroy } from '@nestjs/common';

export interface ReadinessReport {
  ready: boolean;
  checks: Record<string, 'up' | 'down'>;
  notes: string[];
}

/** A check that has not answered after this long counts as down, so that a probe never hangs. */
const patienceMs = 3_000;

/** The named conditions under which the process can do its work. Each owner registers its own. */
@Injectable()
export class ReadinessChecks implements OnModuleDestroy {
  private readonly checks = new Map<string, () => boolean | Promise<boolean>>();
  private readonly notes: string[] = [];
  private stopping = false;

  /** @param check true = up; false, a rejection or silence for 3 s = down */
  register(name: string, check: () => boolean | Promise<boolean>): void {
    this.checks.set(name, check);
  }

  /** Something an operator should know that is no failure, such as a feature that is switched off. */
  note(text: string): void {
    this.notes.push(text);
  }

  /** Ready when every check is up and the process is not stopping. */
  async report(): Promise<ReadinessReport> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, (await isUp(check)) ? 'up' : 'down'] as const),
    );
    const ready = !this.stopping && entries.every(([, state]) => state === 'up');
    return { ready, checks: Object.fromEntries(entries), notes: this.notes };
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }
}

async function isUp(check: () => boolean | Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  try {
    return await Promise.race([check(), silence]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
