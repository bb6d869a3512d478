import { OutboundHttp } from '@errand/outbound';
import { Tenant } from '@errand/tenants';
import { EndpointTrials, type Webhook, Webhooks } from '@errand/webhooks';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { allowedUrl } from '../validation/allowed-url';
import { Id } from '../validation/id.decorator';
import { ChangeWebhookRequest, CreateWebhookRequest } from './webhook.request';
import {
  IssuedWebhookResponse,
  WatchedWebhookResponse,
  WebhookResponse,
  WebhookTrialResponse,
} from './webhook.response';

@ApiTags('webhooks')
@Controller('api/webhooks')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
@WholeTenant()
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly http: OutboundHttp,
    private readonly trials: EndpointTrials,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Have an endpoint told of status events',
    description: 'From now on. The secret that signs them is in this answer and nowhere else.',
  })
  @ApiCreatedResponse({ type: IssuedWebhookResponse })
  @ApiProblems('LIMIT_REACHED', 'BLOCKED_ADDRESS')
  async create(@CurrentTenant() tenant: Tenant, @Body() body: CreateWebhookRequest): Promise<IssuedWebhookResponse> {
    const { events, isActive = true } = body;
    const url = allowedUrl(this.http, 'url', body.url);
    return IssuedWebhookResponse.ofIssued(await this.webhooks.create(tenant.id, { url, events, isActive }));
  }

  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'List webhooks, newest first' })
  @ApiPage(WatchedWebhookResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() { id }: Tenant,
    @Query() query: PageRequest,
  ): Promise<PageResponse<WatchedWebhookResponse>> {
    const source = {
      rows: this.webhooks.list.bind(this.webhooks, id),
      count: this.webhooks.count.bind(this.webhooks, id),
    };
    const page = await readPage('webhooks', query, source, (webhook: Webhook) => webhook);
    const backlogs = await this.webhooks.backlogs(id, page.data);
    return { ...page, data: page.data.map((one) => WatchedWebhookResponse.with(one, backlogs.get(one.id))) };
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'Read a webhook' })
  @ApiOkResponse({ type: WatchedWebhookResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<WatchedWebhookResponse> {
    const webhook = await this.webhooks.get(tenant.id, id);
    return WatchedWebhookResponse.with(webhook, (await this.webhooks.backlogs(tenant.id, [webhook])).get(webhook.id));
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send an endpoint one event on trial',
    description:
      'A `webhook.test` with `data: {webhookId}`, signed as any other, once and now, whether the webhook is active or not. It ' +
      'is in no log.',
  })
  @ApiOkResponse({ type: WebhookTrialResponse })
  @ApiProblems(404)
  async test(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<WebhookTrialResponse> {
    return this.trials.make(await this.webhooks.get(tenant.id, id));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change, pause or resume a webhook',
    description: 'What waited is delivered once it is active, to the URL it then has.',
  })
  @ApiOkResponse({ type: WebhookResponse })
  @ApiProblems(404, 'BLOCKED_ADDRESS')
  async change(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: ChangeWebhookRequest,
  ): Promise<WebhookResponse> {
    const url = body.url === undefined ? {} : { url: allowedUrl(this.http, 'url', body.url) };
    return WebhookResponse.of(await this.webhooks.change(tenant.id, id, { ...body, ...url }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a webhook with its deliveries' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.webhooks.remove(tenant.id, id);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a webhook a new secret',
    description:
      'It is in this answer and nowhere else. The one before goes on signing beside it for a day; of many, five sign.',
  })
  @ApiOkResponse({ type: IssuedWebhookResponse })
  @ApiProblems(404, 409)
  async rotateSecret(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<IssuedWebhookResponse> {
    return IssuedWebhookResponse.ofIssued(await this.webhooks.rotateSecret(tenant.id, id));
  }
}
