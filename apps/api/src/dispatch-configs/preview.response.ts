import type { Segments } from '@errand/providers';
import { CONTACT_TYPES, type ContactType } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

/** What of a template will probably fail for some activities. */
export class ConfigWarningResponse {
  /** @example settings.body */
  field: string;
  /** @example "there is no variable atributes.discount" */
  message: string;
}

export class PreviewedConfigResponse {
  /** Null for one that is not stored. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  id: string | null;
  name: string;
  providerCode: string;
}

export class PreviewedRecipientResponse {
  firstName: string | null;
  lastName: string | null;
  name: string | null;
  @ApiProperty({ enum: CONTACT_TYPES })
  type: ContactType;
  /** Masked (`+57 ••• 2345`) for keys without `VIEW_CONTACTS` and `MANAGE_COMMERCES`. */
  value: string;
}

/** A call as it would be made; credentials, and what is made of them, are `•••`. */
export class PreviewedCallResponse {
  /** @example POST */
  method: string;
  url: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  headers: Record<string, string>;
  body: string | null;
}

export class SegmentsResponse implements Segments {
  /** One character outside GSM-7 makes the whole message UCS-2, of 70 or 67 characters a part in place of 160 or 153. */
  @ApiProperty({ enum: ['GSM-7', 'UCS-2'] })
  encoding: Segments['encoding'];
  /** What is paid for. */
  count: number;
  /** The characters that are not GSM-7, each once. */
  nonGsm: string[];
}

export class PreviewErrorResponse {
  /** @example TEMPLATE_FAILED */
  code: string;
  /**
   * The one that is missing.
   * @example attributes.discount
   */
  variable: string | null;
  message: string;
}

/** What would be sent. Nothing was, and nothing is stored. */
export class PreviewResponse {
  config: PreviewedConfigResponse;
  @ApiProperty({ type: PreviewedRecipientResponse, nullable: true })
  recipient: PreviewedRecipientResponse | null;
  /** Null where no call would be made, see `error`, and for providers that cannot tell. */
  @ApiProperty({ type: PreviewedCallResponse, nullable: true })
  request: PreviewedCallResponse | null;
  /**
   * The settings that are templates, as far as they can be rendered: texts, lists and objects of texts.
   * @example { "body": "Hello Ana" }
   */
  @ApiProperty({ type: 'object', additionalProperties: true })
  rendered: Record<string, string | string[] | Record<string, string>>;
  /** Of an SMS. */
  @ApiProperty({ type: SegmentsResponse, nullable: true })
  segments: SegmentsResponse | null;
  warnings: ConfigWarningResponse[];
  @ApiProperty({ type: PreviewErrorResponse, nullable: true })
  error: PreviewErrorResponse | null;
}
