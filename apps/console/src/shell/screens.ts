import { ListChecks, type LucideIcon, Split } from 'lucide-react';
import type { Messages } from '../i18n/en';

interface Screen {
  /** Its path below the tenant's, and its name in the messages. */
  name: keyof Messages['screens'];
  icon: LucideIcon;
  group?: keyof Messages['screenGroups'];
  /** Goes there after `g`. */
  key?: string;
}

const inOrder = [
  { name: 'activities', icon: ListChecks, key: 'a' },
  { name: 'rules', icon: Split, group: 'delivery' },
] as const satisfies Screen[];

/** Where one may go, in the order of the navigation. */
export const screens: (Screen & { name: (typeof inOrder)[number]['name'] })[] = inOrder;
