import { notFound } from '@errand/errors';
import { ProviderRegistry } from '@errand/providers';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { ChannelDefinitionResponse, DispatchProviderResponse } from './dispatch-provider.response';

@ApiTags('dispatch configs')
@Controller('api/dispatch-providers')
@RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
export class DispatchProvidersController {
  constructor(private readonly registry: ProviderRegistry) {}

  @Get()
  @ApiOperation({ summary: 'List the providers that are loaded, and what their dispatch configs take' })
  @ApiPage(DispatchProviderResponse)
  @ApiProblems()
  list(): PageResponse<DispatchProviderResponse> {
    return wholeList(
      this.registry.list().flatMap(({ code }) => {
        const dispatcher = this.registry.get(code);
        return dispatcher ? [DispatchProviderResponse.of(code, dispatcher)] : [];
      }),
    );
  }

  @Get(':code/channel-definitions')
  @ApiOperation({ summary: 'List what a dispatch config of a provider takes on each channel' })
  @ApiPage(ChannelDefinitionResponse)
  @ApiProblems(404)
  channelDefinitions(@Param('code') code: string): PageResponse<ChannelDefinitionResponse> {
    const definitions = this.registry.channelDefinitions(code);
    if (!definitions) throw notFound('Provider', code);
    return wholeList(definitions.map(ChannelDefinitionResponse.of));
  }
}
