import {
  CalendarClock,
  ClipboardCheck,
  Gauge,
  HeartPulse,
  History,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Plug,
  Repeat,
  Route,
  Settings,
  Split,
  Store,
  Target,
  UserRound,
  Users,
  Webhook,
} from 'lucide-react';
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
  { name: 'overview', icon: Gauge, key: 'o' },
  { name: 'activities', icon: ListChecks, key: 'a' },
  { name: 'scheduled', icon: CalendarClock, key: 's' },
  { name: 'recurring', icon: Repeat, key: 'r' },
  { name: 'results', icon: ClipboardCheck },
  { name: 'configs', icon: Plug, group: 'delivery', key: 'c' },
  { name: 'providers', icon: HeartPulse, group: 'delivery', key: 'p' },
  { name: 'rules', icon: Split, group: 'delivery' },
  { name: 'webhooks', icon: Webhook, group: 'delivery' },
  { name: 'commerces', icon: Store, group: 'data' },
  { name: 'people', icon: Users, group: 'data' },
  { name: 'operators', icon: UserRound, group: 'data' },
  { name: 'routes', icon: Route, group: 'data' },
  { name: 'resolution', icon: Target, group: 'tenant' },
  { name: 'keys', icon: KeyRound, group: 'tenant' },
  { name: 'audit', icon: History, group: 'tenant' },
  { name: 'settings', icon: Settings, group: 'tenant' },
] as const satisfies Screen[];

/** Where one may go, in the order of the navigation. */
export const screens: (Screen & { name: (typeof inOrder)[number]['name'] })[] = inOrder;
