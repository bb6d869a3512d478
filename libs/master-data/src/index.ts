/**
 * What a tenant's activities refer to: commerces and their people, operators, routes, and how targets and attributes
 * are found. Knows these tables; must not know activities, providers or HTTP.
 */
export { AttributeKey } from './activity-config/attribute-key.entity';
export { type AttributeKeyFields, AttributeKeysService } from './activity-config/attribute-keys.service';
export { AttributePoliciesService, type AttributePolicyFields } from './activity-config/attribute-policies.service';
export { type AttributeHook, AttributePolicy } from './activity-config/attribute-policy.entity';
export { ResultType } from './activity-config/result-type.entity';
export { type ResultTypeFields, ResultTypesService } from './activity-config/result-types.service';
export { type TargetCriterion, TargetResolution } from './activity-config/target-resolution.entity';
export { type TargetResolutionFields, TargetResolutionsService } from './activity-config/target-resolutions.service';
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
export type { Listing } from './listing';
export { MasterDataModule } from './master-data.module';
export type { OperatorFields } from './operators/operator-fields';
export { Operator } from './operators/operator.entity';
export { type OperatorFilter, OperatorsService } from './operators/operators.service';
export { RouteOperator } from './routes/route-operator.entity';
export { RouteOperatorsService } from './routes/route-operators.service';
export { Route } from './routes/route.entity';
export { type RouteFields, type RouteFilter, RoutesService, type RouteWithOperators } from './routes/routes.service';
export type { SyncCounts } from './sync-counts';
