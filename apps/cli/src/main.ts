import { Command, CommanderError, Option } from 'commander';
import { planCommand, worldCommand } from './options';

const program = new Command('karma')
  .description('The live graph of your infrastructure, and the safe way to change it.')
  .version('0.1.0')
  .addHelpText(
    'after',
    '\nA component is named <environment>/<type>/<nickname>, or by the end of that where it is unique.' +
      '\nExit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 no such component,\n4 a plan has findings of the severity of --fail-on.\n',
  );

const commands = [
  worldCommand('serve', 'serve the app and keep the graph current', 'serve --port 4400')
    .option('--port <number>', 'the next free one is taken when it is not (default: 4400)')
    .action(async (options) => (await import('./commands/serve')).serveCommand(options)),
  worldCommand('ingest', 'take in what is new at every source', 'ingest --config karma.config.json')
    .option('--history', 'wait for older versions of parameters, too, which serve reads in the background')
    .action(async (options) => (await import('./commands/ingest')).ingestCommand(options)),
  worldCommand('show', 'what a component is, has and needs', 'show prod/vpc/main')
    .argument('<component>')
    .action(async (component, options) => (await import('./commands/show')).showCommand(component, options)),
  worldCommand('impact', 'what a change of a component reaches', 'impact prod/vpc/main --key vpc_id')
    .argument('<component>')
    .option('--key <output>', 'a change of this output only')
    .action(async (component, options) =>
      (await import('./commands/impact')).impactCommand(component, options),
    ),
  worldCommand('path', 'how two components are connected', 'path prod/service/api prod/vpc/main')
    .argument('<from>')
    .argument('<to>')
    .action(async (from, to, options) => (await import('./commands/path')).pathCommand(from, to, options)),
  worldCommand('query', 'which components a query is about', "query 'env:prod status:orphaned'")
    .argument('<query>', 'in the filter language: docs/query-language.md')
    .option('--ids', 'print the ids alone')
    .action(async (query, options) => (await import('./commands/query')).queryCommand(query, options)),
  worldCommand('log', 'how the graph changed, newest first', 'log --component prod/vpc/main')
    .option('--component <component>', 'only what touched it')
    .option('--limit <number>', 'how many', '20')
    .action(async (options) => (await import('./commands/log')).logCommand(options)),
  worldCommand(
    'deployed',
    'report that a component was deployed, from any pipeline',
    'deployed prod/lambda/api --placement acme-prod --ref 3f2a1bc',
  )
    .argument('<component>')
    .option('--placement <name>', 'where: its name, or <account>/<region>; needed where there are several')
    .option('--ref <version>', 'what: a commit, a version')
    .option('--url <url>', 'where to read more: the run of the pipeline')
    .option('--by <name>', 'who: a person, a pipeline')
    .option('--at <time>', 'when, as ISO 8601 (default: now)')
    .action(async (component, options) =>
      (await import('./commands/deployed')).deployedCommand(component, options),
    ),
  worldCommand('render', 'the effective config of a component, as JSON', 'render prod/vpc/main')
    .argument('<component>')
    .action(async (component, options) =>
      (await import('./commands/render')).renderCommand(component, options),
    ),
  planCommand('plan', 'what follows when a draft is merged', 'plan --draft draft.json --fail-on blocking')
    .requiredOption('--draft <file>', 'a draft, as the app exports it')
    .action(async (options) => (await import('./commands/plan')).planCommand(options)),
  planCommand(
    'review',
    'what follows when one ref is merged into another',
    'review --base main --head HEAD --markdown',
  )
    .requiredOption('--base <ref>', 'branch, tag or commit of the config repo to merge into')
    .requiredOption('--head <ref>', 'the one with the change')
    .option(
      '--environments <names>',
      'only these, separated by commas (default: those read from the branch --base)',
    )
    .action(async (options) => (await import('./commands/plan')).reviewCommand(options)),
  worldCommand('export', 'the whole graph', 'export --format svg --environment prod --output prod.svg')
    .addOption(
      new Option('--format <format>')
        .choices(['json', 'svg', 'drawio', 'mermaid', 'dot', 'graphml', 'csv'])
        .default('json'),
    )
    .option('--environment <environment>', 'only this one')
    .option('--output <file>', 'instead of printing it')
    .addOption(new Option('--theme <theme>', 'of an svg').choices(['light', 'dark']).default('light'))
    .action(async (options) => (await import('./commands/export')).exportCommand(options)),
];

const report = new Command('report').description('what was reported of deployments').addCommand(
  worldCommand(
    'remove',
    'take away a report of a deployment that cannot be read',
    'report remove 3f0c5a52-6a1e-4a0e-9d0c-1f6f5f9f7a11',
  )
    .argument('<report>', 'its id, or deployment-report/<id>, as the status page and karma ingest name it')
    .action(async (report, options) =>
      (await import('./commands/report-remove')).reportRemoveCommand(report, options),
    ),
);

const store = new Command('store').description('what is kept, as a whole').addCommand(
  new Command('copy')
    .description('copy a whole history from one store into another, or go on with it, and compare them')
    .requiredOption('--from <store>', 'a file, a configuration (.json), or ws://host:8182/gremlin#name')
    .requiredOption('--to <store>', 'the same')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ karma store copy --from .karma/karma.db --to karma.config.json\n')
    .action(async (options) => (await import('./commands/store-copy')).storeCopyCommand(options)),
);
commands.push(report, store);

for (const command of commands) program.addCommand(command);
for (const command of [program, ...commands, ...report.commands, ...store.commands])
  command.exitOverride().showHelpAfterError('(--help says more)');

// A reader such as `head` may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  // What commander has to say, it has said.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = (await import('./exit')).reportError(error);
}
