import type { Locator, Page } from '@playwright/test';

/** The panel that a newcomer sees first. */
export class Overview {
  readonly region: Locator;
  readonly questions: Locator;
  readonly latestChanges: Locator;
  readonly largestBlastRadius: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Overview', exact: true });
    this.questions = this.section('Ask the map').getByRole('link');
    this.latestChanges = this.section('Latest changes').getByRole('listitem').getByRole('link');
    this.largestBlastRadius = this.section('Largest blast radius').getByRole('link');
  }

  /** The counts of one environment. */
  summary(environment: string): Locator {
    return this.section(`Components of ${environment}`);
  }

  private section(name: string): Locator {
    return this.region.getByRole('region', { name });
  }
}
