import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributeKey } from './activity-config/attribute-key.entity';
import { AttributeKeysService } from './activity-config/attribute-keys.service';
import { AttributePoliciesService } from './activity-config/attribute-policies.service';
import { AttributePolicy } from './activity-config/attribute-policy.entity';
import { ResultType } from './activity-config/result-type.entity';
import { ResultTypesService } from './activity-config/result-types.service';
import { TargetResolution } from './activity-config/target-resolution.entity';
import { TargetResolutionsService } from './activity-config/target-resolutions.service';
import { CommerceContactsService } from './commerces/commerce-contacts.service';
import { CommerceSyncService } from './commerces/commerce-sync.service';
import { CommerceUserContact } from './commerces/commerce-user-contact.entity';
import { CommerceUser } from './commerces/commerce-user.entity';
import { CommerceUsersService } from './commerces/commerce-users.service';
import { Commerce } from './commerces/commerce.entity';
import { CommercesService } from './commerces/commerces.service';
import { Operator } from './operators/operator.entity';
import { OperatorsService } from './operators/operators.service';
import { RouteOperator } from './routes/route-operator.entity';
import { RouteOperatorsService } from './routes/route-operators.service';
import { Route } from './routes/route.entity';
import { RoutesService } from './routes/routes.service';

const services = [
  CommercesService,
  CommerceUsersService,
  CommerceContactsService,
  CommerceSyncService,
  OperatorsService,
  RoutesService,
  RouteOperatorsService,
  AttributeKeysService,
  AttributePoliciesService,
  ResultTypesService,
  TargetResolutionsService,
];

const entities = [
  ...[Commerce, CommerceUser, CommerceUserContact, Operator, Route, RouteOperator],
  ...[AttributeKey, AttributePolicy, ResultType, TargetResolution],
];

/** Needs DatabaseModule. */
@Module({ imports: [TypeOrmModule.forFeature(entities)], providers: services, exports: services })
export class MasterDataModule {}
