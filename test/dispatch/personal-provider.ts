import { Injectable, Module, SetMetadata } from '@nestjs/common';

interface Request {
  payload: {
    attempt: number;
    recipient: { value: string };
    attributes: { answers?: unknown[] };
  };
}

const channel = (name: string) => ({
  ...{ channel: name, baseUrl: 'none', credentials: [], settings: [], addressesPerson: true },
});

/**
 * A provider from outside that writes to one person, and answers what the activity's attribute `answers` asks for: one for
 * each attempt, the last one for all after it. What it accepts it answers with the address, so that attempts show it.
 */
@Injectable()
@SetMetadata('errand:dispatcher', 'PERSONAL')
class PersonalDispatcher {
  readonly name = 'Personal';
  readonly channelDefinitions = ['SMS', 'WHATSAPP', 'EMAIL', 'PUSH'].map(channel);

  dispatch({ payload }: Request): Promise<unknown> {
    const answers = payload.attributes.answers ?? [];
    const told = answers[Math.min(payload.attempt, answers.length) - 1];
    const accepted = {
      accepted: true,
      providerActivityId: null,
      httpStatus: 200,
      responseBody: payload.recipient.value,
    };
    return Promise.resolve(told ?? accepted);
  }
}

@Module({ providers: [PersonalDispatcher] })
export class PersonalModule {}
