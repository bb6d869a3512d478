import { AuditModule } from '@errand/audit';
import { QuotasModule } from '@errand/quotas';
import { WebhooksModule } from '@errand/webhooks';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlockedContacts } from './commerces/blocked-contacts.service';
import { CommerceContactsService } from './commerces/commerce-contacts.service';
import { CommerceSyncService } from './commerces/commerce-sync.service';
import { CommerceUserContact } from './commerces/commerce-user-contact.entity';
import { CommerceUser } from './commerces/commerce-user.entity';
import { CommerceUsersService } from './commerces/commerce-users.service';
import { Commerce } from './commerces/commerce.entity';
import { CommercesService } from './commerces/commerces.service';
import { People } from './commerces/people.service';
import { Operator } from './operators/operator.entity';
import { OperatorsService } from './operators/operators.service';
import { ResultType } from './result-types/result-type.entity';
import { ResultTypesService } from './result-types/result-types.service';
import { RouteOperator } from './routes/route-operator.entity';
import { RouteOperatorsService } from './routes/route-operators.service';
import { Route } from './routes/route.entity';
import { RoutesService } from './routes/routes.service';

const services = [
  CommercesService,
  CommerceUsersService,
  CommerceContactsService,
  BlockedContacts,
  CommerceSyncService,
  People,
  OperatorsService,
  RoutesService,
  RouteOperatorsService,
  ResultTypesService,
];

const entities = [Commerce, CommerceUser, CommerceUserContact, Operator, Route, RouteOperator, ResultType];

/** Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({
  imports: [AuditModule, QuotasModule, WebhooksModule, TypeOrmModule.forFeature(entities)],
  providers: services,
  exports: services,
})
export class MasterDataModule {}
