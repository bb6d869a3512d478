// Why: a refused call is understood by what was sent, and that is made anew from templates that may have changed since.
// Expand: 0.1 leaves the column null.
import { ForwardOnly } from './forward-only';

export class RequestExcerpts1700000000023 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  // Of failed attempts only, 4 kB at most. It has addresses of people, and goes with its activity.
  `ALTER TABLE activity_events ADD COLUMN IF NOT EXISTS request_excerpt text`,
];
