import { Breaker } from '@errand/dispatch';
import { invalidField, notFound } from '@errand/errors';
import { ConfigTests, DispatchConfigs, type Tenant } from '@errand/tenants';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Access, isPlatform, seesContacts } from '../access/access';
import { CurrentAccess, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { expectConfig, expectNewConfig, ScopeCheck } from '../access/scope-check';
import { ScopedSubject } from '../access/scoped-subject';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ConfigCheck } from './config-check';
import { ConfigTrials, type Onlooker, type TriedConfig } from './config-trials';
import { ProbeResponse } from './dispatch-config.response';
import { PreviewResponse } from './preview.response';
import { PreviewRequest, ProbeRequest, UnsavedProbeRequest } from './trial.request';

/** Looking at what a config would send, and sending it once. */
@ApiTags('dispatch configs')
@Controller('api/dispatch-configs')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
@ScopedSubject('Dispatch config')
export class ConfigTrialsController {
  constructor(
    private readonly configs: DispatchConfigs,
    private readonly check: ConfigCheck,
    private readonly trials: ConfigTrials,
    private readonly scopes: ScopeCheck,
    private readonly breaker: Breaker,
    private readonly tests: ConfigTests,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'See what would be sent',
    description:
      'By a stored config (`id`) or one that is not stored yet (`config`), for an activity (`activityId`) or a sample. No ' +
      'call is made and nothing is stored. Credentials, and what is made of them, are shown as `•••`; addresses of people ' +
      'are masked for keys without `VIEW_CONTACTS` and `MANAGE_COMMERCES`.',
  })
  @ApiOkResponse({ type: PreviewResponse })
  @ApiProblems(404, 'BLOCKED_ADDRESS', 'CREDENTIALS_REQUIRED')
  async preview(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @Body() body: PreviewRequest,
  ): Promise<PreviewResponse> {
    const { activityId, sample } = body;
    if (activityId !== undefined && sample !== undefined)
      throw invalidField('sample', 'cannot be given with activityId');
    const config = await this.previewed(tenant, access, body);
    if (activityId === undefined) return this.trials.preview(config, { sample: sample ?? {} }, onlookerOf(access));
    if (!(await this.scopes.hasActivity(tenant.id, activityId, access.scope))) throw notFound('Activity', activityId);
    return this.trials.preview(config, { activityId }, onlookerOf(access));
  }

  @Post('test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make one test call with a dispatch config that is not stored',
    description:
      'As a test call with a stored one. Where the provider addresses a person, `recipient` gets one real message. Nothing is stored.',
  })
  @ApiOkResponse({ type: ProbeResponse })
  @ApiProblems('BLOCKED_ADDRESS')
  async probeUnsaved(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @Body() body: UnsavedProbeRequest,
  ): Promise<ProbeResponse> {
    expectNewConfig(body.config, access.scope);
    return this.trials.probe(await this.unsaved(tenant, body.config), body, onlookerOf(access));
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make one test call with a dispatch config',
    description:
      'Sends a sample activity to the provider, paused or not. Its `metadata.probe` is `true`. Where the provider ' +
      'addresses a person, `recipient` is required and gets one real message. A call that ends ACCEPTED or REJECTED ends ' +
      'an outage of kind MISCONFIGURED. How it went is `lastTest` of the config’s health.',
  })
  @ApiOkResponse({ type: ProbeResponse })
  @ApiProblems(404)
  async probe(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @Id() id: string,
    @Body() body: ProbeRequest,
  ): Promise<ProbeResponse> {
    const config = await this.configs.get(tenant.id, id);
    const probe = await this.trials.probe(await this.trials.stored(config), body, onlookerOf(access));
    await this.tests.add(config, probe);
    // Either way the provider got as far as the activity itself, so the account is right.
    const { disposition, errorCode } = probe;
    const wasAsked = errorCode !== 'TEMPLATE_FAILED' && errorCode !== 'NO_RECIPIENT';
    if (disposition === 'ACCEPTED' || (disposition === 'REJECTED' && wasAsked))
      await this.breaker.end(config, ['MISCONFIGURED']);
    return probe;
  }

  private async previewed(tenant: Tenant, { scope }: Access, { id, config }: PreviewRequest): Promise<TriedConfig> {
    if (id === undefined) {
      if (!config) throw invalidField('config', 'is required, or id');
      expectNewConfig(config, scope);
      return this.unsaved(tenant, config);
    }
    const stored = await this.configs.get(tenant.id, id);
    expectConfig({ id, channel: stored.channel }, scope);
    const tried = await this.trials.stored(stored);
    if (!config) return tried;
    expectConfig({ id, channel: config.channel }, scope);
    const [fields, credentials] = await this.check.forChange(stored, config);
    return { ...tried, ...fields, credentials: credentials ?? tried.credentials };
  }

  private async unsaved({ id: tenantId }: Tenant, config: UnsavedProbeRequest['config']): Promise<TriedConfig> {
    const [fields, credentials] = await this.check.forCreation(config);
    return { ...fields, tenantId, id: null, credentials, callbackUrl: null };
  }
}

function onlookerOf(access: Access): Onlooker {
  return { isPlatform: isPlatform(access), seesContacts: seesContacts(access) };
}
