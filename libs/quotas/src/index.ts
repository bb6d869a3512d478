/** How many of a kind a tenant may have. Knows what is counted, and must not know what any of it is for. */
export { QuotasModule } from './quotas.module';
export { Quotas } from './quotas.service';
