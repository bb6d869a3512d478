/**
 * What a tenant's activities and their results refer to: commerces and their people, operators, routes, result types.
 * Knows these tables; must not know activities, providers or HTTP.
 */
export { CommerceContactsService, type UserPath } from './commerces/commerce-contacts.service';
export {
  type CommerceFields,
  type CommerceUserFields,
  type CommerceWithUsersFields,
  type ContactFields,
  contactProblem,
  type UserWithContactsFields,
} from './commerces/commerce-fields';
export type { UserWithContacts } from './commerces/commerce-people';
export { CommerceSyncService } from './commerces/commerce-sync.service';
export { CommerceUserContact } from './commerces/commerce-user-contact.entity';
export { CommerceUser } from './commerces/commerce-user.entity';
export { CommerceUsersService } from './commerces/commerce-users.service';
export { Commerce } from './commerces/commerce.entity';
export { type CommerceFilter, CommercesService, type CommerceWithUsers } from './commerces/commerces.service';
export { MasterDataModule } from './master-data.module';
export type { OperatorFields } from './operators/operator-fields';
export { Operator } from './operators/operator.entity';
export { type OperatorFilter, OperatorsService } from './operators/operators.service';
export { ResultType } from './result-types/result-type.entity';
export { type ResultTypeFields, ResultTypesService } from './result-types/result-types.service';
export { RouteOperator } from './routes/route-operator.entity';
export { RouteOperatorsService } from './routes/route-operators.service';
export { Route } from './routes/route.entity';
export { type RouteFields, type RouteFilter, RoutesService, type RouteWithOperators } from './routes/routes.service';
export type { SyncCounts } from './sync-counts';
