import { Rules } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { Controller, Get, Header, Headers, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { TakesYaml, uploadedText } from '../http/uploaded-text';
import { ApiProblems } from '../problems/api-problems.decorator';
import { DraftRulesRequest, draftIn } from './draft.request';
import { ImportRulesRequest } from './rule.request';
import { ImportResponse, ValidationResponse } from './rule.response';

const ifMatchHeader = {
  name: 'if-match',
  required: false,
  description: 'The `ETag` of an export: the import is refused with `CONFLICT` where a rule was changed since.',
};
const etagHeader = {
  ETag: {
    description: 'Another one after every change of a rule; for `If-Match` of the import.',
    schema: { type: 'string' },
  },
} as const;

@ApiTags('rules')
@Controller('api/rules')
@RequirePermission('MANAGE_RULES')
export class RuleFilesController {
  constructor(private readonly rules: Rules) {}

  /** Save the rules of a YAML file, all or none; a rule takes the place of the stored one of its name */
  @Post('import')
  @WholeTenant()
  @HttpCode(200)
  @TakesYaml()
  @ApiConsumes('application/yaml', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', format: 'binary', description: 'The file; as a form: in one field.' } })
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ type: ImportResponse })
  @ApiProblems(409, 'LIMIT_REACHED', 413, 415, 'INVALID_RULE')
  async import(
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @Query() { replace = false, dryRun = false }: ImportRulesRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<ImportResponse> {
    const { fileName, text } = uploadedText(request);
    const file = { name: fileName, text };
    const how = { replace, revisions: revisionsIn(ifMatch) };
    if (dryRun) return this.rules.plan(tenant.id, file, how);
    return this.rules.import(tenant.id, file, how, actor);
  }

  /** Read a YAML file as an import would, and tell all that is wrong with it; nothing is stored */
  @Post('validate')
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @HttpCode(200)
  @TakesYaml()
  @ApiBody({
    type: DraftRulesRequest,
    description: 'Or the file itself, as application/yaml or as multipart/form-data, in one field.',
  })
  @ApiOkResponse({ type: ValidationResponse })
  @ApiProblems(413, 415)
  async validate(@CurrentTenant() tenant: Tenant, @Req() request: FastifyRequest): Promise<ValidationResponse> {
    return ValidationResponse.of(await this.rules.problemsOf(tenant.id, draftIn(request)));
  }

  /** Read all rules as the YAML file that an import takes, in the order in which they are asked */
  @Get('export')
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="rules.yaml"')
  @ApiOkResponse({ headers: etagHeader, content: { 'application/yaml': { schema: { type: 'string' } } } })
  @ApiProblems('INVALID_RULE')
  async export(@CurrentTenant() tenant: Tenant, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { text, revision } = await this.rules.export(tenant.id);
    void reply.header('etag', `"${revision}"`);
    return text;
  }
}

/** What `If-Match` allows; undefined: anything. A proxy that compresses an answer makes its tag a weak one, `W/"…"`. */
function revisionsIn(ifMatch: string | undefined): string[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  return ifMatch.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'));
}
