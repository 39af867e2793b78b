// Checks every process model with bpmnlint; there is nothing to check while the folder holds none.
// The rules are in .bpmnlintrc, which takes no comments. Two things are stricter than the sets it extends:
// - a warning fails too: the models are shown to users, and a joining line that joins nothing or two
//   elements over each other are faults of the picture;
// - history-time-to-live is an error, not a hint: without it the engine keeps a finished process for ever.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../../bpmn');
const models = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => join(folder, name))
  : [];

if (models.length === 0) {
  console.log('No process model to check');
} else {
  const lint = spawnSync(
    process.execPath,
    [join(here, 'node_modules/bpmnlint/bin/bpmnlint.js'), '--config', join(here, '.bpmnlintrc'), '--max-warnings', '0', ...models],
    { cwd: here, stdio: 'inherit' },
  );
  process.exit(lint.status ?? 1);
}
