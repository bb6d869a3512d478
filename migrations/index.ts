import { InitialSchema1700000000001 } from './0001-initial-schema';
import { DispatchConfigHealth1700000000003 } from './0003-dispatch-config-health';

/** All migrations, oldest first. Forward only: a released one is never edited. */
export const migrations = [InitialSchema1700000000001, DispatchConfigHealth1700000000003];
