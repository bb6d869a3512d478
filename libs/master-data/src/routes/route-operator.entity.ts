import type { RouteRole } from '@errand/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Operator } from '../operators/operator.entity';

/** One operator's place on one route. */
@Entity('route_operators')
export class RouteOperator {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'route_id' })
  routeId: string;

  @PrimaryColumn('uuid', { name: 'operator_id' })
  operatorId: string;

  @Column('text')
  role: RouteRole;

  @ManyToOne(() => Operator)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'operator_id', referencedColumnName: 'id' },
  ])
  operator: Operator;
}
