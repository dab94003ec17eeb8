import { Command, Option } from 'commander';

/** Which world a command is about, and how it answers. */
export interface WorldOptions {
  readonly config: string;
  readonly repo?: string;
  readonly iac?: string;
  readonly store?: string;
  readonly json?: boolean;
}

/** A command with the options that all share, and an example in its help. */
export function worldCommand(nameAndArguments: string, description: string, example: string): Command {
  return new Command(nameAndArguments)
    .description(description)
    .option('--config <file>', 'the configuration', 'karma.config.json')
    .addOption(
      new Option('--repo <path or URL>', 'a config repo, instead of a configuration').conflicts('config'),
    )
    .option('--iac <path or URL>', 'with --repo: its Terraform modules')
    .option('--store <file>', 'with --repo: where the graph is kept (default: .karma/karma.db)')
    .option('--json', 'print JSON')
    .addHelpText('after', `\nExample:\n  $ karma ${example}\n`);
}

/** How a plan is printed, and when it fails. */
export interface PlanOptions extends WorldOptions {
  readonly markdown?: boolean;
  readonly failOn?: 'blocking' | 'warning';
}

/** A command that makes a plan. */
export function planCommand(name: string, description: string, example: string): Command {
  return worldCommand(name, description, example)
    .addOption(new Option('--markdown', 'print Markdown, for a pull request').conflicts('json'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 4 when there is such a finding, or a worse one').choices([
        'blocking',
        'warning',
      ]),
    );
}
