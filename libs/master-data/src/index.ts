/**
 * What a tenant's activities and their results refer to: commerces and their people, operators, routes, result types.
 * Knows these tables; must not know providers or HTTP, nor of
 * activities more than whom they addressed.
 */
export { BlockedContacts } from './commerces/blocked-contacts.service';
export { CommerceContactsService } from './commerces/commerce-contacts.service';
export { contactProblem } from './commerces/commerce-fields';
export type { UserWithContacts } from './commerces/commerce-people';
export { CommerceSyncService } from './commerces/commerce-sync.service';
export { CommerceUserContact } from './commerces/commerce-user-contact.entity';
export { CommerceUsersService } from './commerces/commerce-users.service';
export { CommercesService, type CommerceWithUsers } from './commerces/commerces.service';
export { People, type Person } from './commerces/people.service';
export { PEOPLE_MATCHED_BY, type PeopleMatchedBy } from './commerces/people.sql';
export { MasterDataModule } from './master-data.module';
export { Operator } from './operators/operator.entity';
export { OperatorsService } from './operators/operators.service';
export { ResultType } from './result-types/result-type.entity';
export { ResultTypesService } from './result-types/result-types.service';
export { RouteOperator } from './routes/route-operator.entity';
export { RouteOperatorsService } from './routes/route-operators.service';
export { RoutesService, type RouteWithOperators } from './routes/routes.service';
export type { SyncCounts } from './sync-counts';
