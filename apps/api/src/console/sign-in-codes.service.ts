import { Clock } from '@errand/database';
import { Injectable } from '@nestjs/common';

/** What `npm start` sends to the api that it has started. */
interface SignInCodeMessage {
  type: 'sign-in code';
  /** Stands for the key: once, for ten minutes, from this machine. */
  code: string;
  key: string;
}

const validMs = 600_000;

/** One-time codes for links that sign in. Where the product is in use (NODE_ENV=production) there are none. */
@Injectable()
export class SignInCodes {
  private readonly keys = new Map<string, { key: string; until: Date }>();

  constructor(private readonly clock: Clock) {}

  /** From then on codes are taken from whoever started this process. */
  hearFrom(parent: NodeJS.Process): void {
    if (parent.env.NODE_ENV === 'production' || parent.send === undefined) return;
    parent.on('message', (message) => {
      if (isCode(message)) this.keys.set(message.code, { key: message.key, until: this.clock.after(validMs) });
    });
  }

  /** The key that a code stands for, once; undefined for an unknown, used or old one, and from another machine. */
  redeem(code: string, address: string): string | undefined {
    const found = isLoopback(address) ? this.keys.get(code) : undefined;
    if (!found) return undefined;
    this.keys.delete(code);
    return found.until > this.clock.now() ? found.key : undefined;
  }
}

function isCode(message: unknown): message is SignInCodeMessage {
  return typeof message === 'object' && message !== null && (message as { type?: unknown }).type === 'sign-in code';
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
