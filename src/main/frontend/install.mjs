// Runs `npm ci` when node_modules is not what the lock file asks for; the Maven build calls this each time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stamp = join(here, 'node_modules', '.installed');
// The platform belongs to it: a folder shared with a container holds another machine's compiler.
const wanted = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  process.exit(0);
}
// npm is a command file on Windows, which needs the shell.
const npm = spawnSync('npm ci --no-audit --no-fund', { cwd: here, stdio: 'inherit', shell: true });
if (npm.status !== 0) {
  console.error('npm ci failed: Node 18 or later with npm must be on the path (-Dskip.frontend=true builds without it)');
  process.exit(npm.status ?? 1);
}
writeFileSync(stamp, wanted);
