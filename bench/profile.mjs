// Preloaded into a process by --cpu-prof: writes a CPU profile of its life when it is told to stop. Node's own
// option of that name writes nothing when a signal ends the process, which is how ours end.
import fs from 'node:fs';
import inspector from 'node:inspector';
import path from 'node:path';

const session = new inspector.Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.once('SIGTERM', () => {
  session.post('Profiler.stop', (error, result) => {
    if (error) throw error;
    const folder = process.env.BENCH_PROFILE_DIR ?? '.';
    const app = path.basename(path.resolve(process.argv[1] ?? '', '../..'));
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${app}-${process.pid}.cpuprofile`);
    fs.writeFileSync(file, JSON.stringify(result.profile));
  });
});
