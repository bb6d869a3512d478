import { Tenant } from '@errand/tenants';
import { Deliveries, EventBodies, type WebhookDelivery, Webhooks } from '@errand/webhooks';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPageBy } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { DeliveryQuery, ResendRequest } from './webhook.request';
import { ResendResponse, WebhookDeliveryDetailResponse, WebhookDeliveryResponse } from './webhook.response';

const bySeq = { of: ({ seq }: WebhookDelivery) => String(seq), is: (text: string) => /^\d{1,15}$/.test(text) };

@ApiTags('webhooks')
@Controller('api/webhooks/:id/deliveries')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
@WholeTenant()
export class DeliveriesController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
    private readonly bodies: EventBodies,
  ) {}

  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'List what a webhook was told or is to be told, the latest event first' })
  @ApiPage(WebhookDeliveryResponse)
  @ApiProblems(404)
  async list(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Query() { page, perPage, cursor, ...given }: DeliveryQuery,
  ): Promise<PageResponse<WebhookDeliveryResponse>> {
    const { id: webhookId } = await this.webhooks.get(tenant.id, id);
    const filter = { ...given, tenantId: tenant.id, webhookId };
    const source = {
      rows: this.deliveries.list.bind(this.deliveries, filter),
      count: this.deliveries.count.bind(this.deliveries, filter),
    };
    const request = { page, perPage, cursor };
    return readPageBy(bySeq, 'webhook-deliveries', request, source, (delivery) => WebhookDeliveryResponse.of(delivery));
  }

  @Get(':deliveryId')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'Read what a webhook is told, and what its endpoint answered last' })
  @ApiOkResponse({ type: WebhookDeliveryDetailResponse })
  @ApiProblems(404)
  async get(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Id('deliveryId') deliveryId: string,
  ): Promise<WebhookDeliveryDetailResponse> {
    const { id: webhookId } = await this.webhooks.get(tenant.id, id);
    const [delivery, event] = await this.deliveries.get(tenant.id, webhookId, deliveryId);
    return WebhookDeliveryDetailResponse.with(delivery, event, await this.bodies.shown(tenant.id, event));
  }

  @Post('resend')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Deliver once more what was given up',
    description: 'The earliest 1,000 that match, each as if it were resent alone. Go on while `remaining` is not 0.',
  })
  @ApiOkResponse({ type: ResendResponse })
  @ApiProblems(404)
  async resendAll(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() { filter, dryRun = false }: ResendRequest,
  ): Promise<ResendResponse> {
    const { id: webhookId } = await this.webhooks.get(tenant.id, id);
    const { matched, done } = await this.deliveries.resendGivenUp(tenant.id, webhookId, filter, dryRun);
    return { matched, done, remaining: Math.max(0, matched - done) };
  }

  @Post(':deliveryId/resend')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Deliver an event once more',
    description:
      'Whatever became of it, with the same id and all attempts before it: now, even if the endpoint is left alone for ' +
      'a while since it was down. Behind an earlier event of the same activity that waits, and while the webhook is ' +
      'inactive, it waits.',
  })
  @ApiOkResponse({ type: WebhookDeliveryResponse })
  @ApiProblems(404)
  async resend(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Id('deliveryId') deliveryId: string,
  ): Promise<WebhookDeliveryResponse> {
    const { id: webhookId } = await this.webhooks.get(tenant.id, id);
    return WebhookDeliveryResponse.of(await this.deliveries.resend(tenant.id, webhookId, deliveryId));
  }
}
