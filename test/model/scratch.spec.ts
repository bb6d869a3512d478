import { Crew } from './crew';
import { Engine } from './engine';
it('scratch', async () => {
  const engine = await Engine.start();
  let bad = 0;
  for (let r = 0; r < 30; r++) {
    await engine.useNewTenant();
    const crew = new Crew(engine);
    await engine.create(Array.from({ length: 400 }, (_, i) => engine.newActivity(`k${i}`, new Date(0), 0, false)));
    const held = await crew.claim(1, 400);
    const shuffled = [...held].sort(() => Math.random() - 0.5);
    const jobs = [
      crew.renew(1),
      crew.settle(shuffled.slice(0, 200), shuffled.map(() => ({ end: 'accepted' as const, retryInMs: 0 }))),
      crew.settle(shuffled.slice(200), shuffled.map(() => ({ end: 'accepted' as const, retryInMs: 0 }))),
    ];
    for (const j of await Promise.allSettled(jobs)) if (j.status === 'rejected') { bad++; console.log(String(j.reason)); }
  }
  console.log({ bad });
  await engine.stop();
}, 120000);
