/** The groups of the document in the order of the work: what is sent, to whom, how, and who may. */
export const tags: readonly { name: string; description: string }[] = [
  { name: 'activities', description: 'Create, follow, change, cancel, send now and redrive what is to be sent' },
  { name: 'activity results', description: 'What became of it, as the provider or your system reports it' },
  { name: 'actions', description: 'The action gateway: judged by rules, sent now, later or not at all' },
  { name: 'recurring actions', description: 'Actions at the times of a cron expression' },
  { name: 'rules', description: 'What becomes of actions and activities before they are sent' },
  { name: 'dispatch configs', description: 'Your accounts at providers, by channel, and what each provider asks for' },
  { name: 'commerces', description: 'Stores, the people in them and their contacts' },
  { name: 'operators', description: 'Who does tasks' },
  { name: 'routes', description: 'Routes and who is on them' },
  { name: 'activity config', description: 'Whom an activity addresses and what it carries; result types' },
  { name: 'webhooks', description: 'Where your systems are told of status events' },
  { name: 'integration', description: 'For field systems that poll their tasks' },
  { name: 'tenants', description: 'Customers of the installation, each apart from the others' },
  { name: 'api keys', description: 'Who may do what in a tenant' },
  { name: 'audit', description: 'Who changed what, and who was refused' },
  { name: 'health', description: 'Of the process; open' },
];
