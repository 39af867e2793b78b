// Compiles the styles and scripts of the pages.
// Usage: node build.mjs [output directory], or the directory in FRONTEND_OUT.
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? process.env.FRONTEND_OUT ?? join(here, '../../../target/classes/static/assets'));
const modules = join(here, 'node_modules');

const sources = ['package-lock.json', 'build.mjs', 'scripts', 'styles', 'images'].flatMap((name) => filesOf(join(here, name)));
const outputs = ['app.css', 'diagram.css', 'app.js', 'diagram.js', 'favicon.svg'].map((name) => join(out, name));

if (isUpToDate()) {
  console.log(`Front-end is up to date in ${relative(process.cwd(), out) || '.'}`);
} else {
  mkdirSync(out, { recursive: true });
  for (const name of ['app', 'diagram']) {
    const compiled = sass.compile(join(here, 'styles', `${name}.scss`), {
      style: 'compressed',
      importers: [{ findFileUrl: (url) => (url.startsWith('npm:') ? pathToFileURL(join(modules, url.slice(4))) : null) }],
      // GOV.UK Frontend 5 is written with @import; the pinned compiler still reads it.
      quietDeps: true,
      silenceDeprecations: ['import'],
    });
    writeFileSync(join(out, `${name}.css`), compiled.css);
  }
  await esbuild.build({
    absWorkingDir: here,
    entryPoints: ['scripts/app.js', 'scripts/diagram.js'],
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020'],
    // The libraries' licences ask for their notices to stay.
    legalComments: 'eof',
    logLevel: 'warning',
  });
  copyFileSync(join(here, 'images/favicon.svg'), join(out, 'favicon.svg'));
  for (const file of outputs) {
    console.log(`${relative(process.cwd(), file)}  ${(statSync(file).size / 1024).toFixed(1)} KiB`);
  }
}

function isUpToDate() {
  if (!outputs.every((file) => existsSync(file))) {
    return false;
  }
  const oldestOutput = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return sources.every((file) => statSync(file).mtimeMs < oldestOutput);
}

function filesOf(path) {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path];
}
