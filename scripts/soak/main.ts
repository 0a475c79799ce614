import { soakKill } from './kill.ts';
import { soakRebuild } from './rebuild.ts';

/** `npm run soak NAME`: tries one promise of the program hard, on a real server; prints what was seen. The exit code is 1 where the promise is not kept. */
const soaks: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = { kill: soakKill, rebuild: soakRebuild };

const [name = '', ...args] = process.argv.slice(2);
const soak = Object.hasOwn(soaks, name) ? soaks[name] : undefined;
if (soak === undefined) {
  process.stderr.write(`Usage: npm run soak NAME, where NAME is one of: ${Object.keys(soaks).join(', ')}\n`);
  process.exitCode = 2;
} else if (!(await soak(args))) {
  process.exitCode = 1;
}
