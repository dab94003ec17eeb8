/** Reads Playwright's JSON report: a row for each file, every skipped test with its reason. */
export function playwrightRows({ suites, errors }) {
  const rows = suites.map((file) => {
    const row = { suite: `e2e/${file.title}`, passed: 0, failed: 0, skipped: [], milliseconds: 0 };
    for (const { title, test } of testsOf(file)) {
      row.milliseconds += test.results.reduce((total, result) => total + result.duration, 0);
      if (test.status === 'expected') row.passed++;
      else if (test.status === 'skipped') row.skipped.push({ name: title, reason: reasonOf(test) });
      else row.failed++;
    }
    return row;
  });
  if (errors.length)
    rows.push({
      suite: 'e2e, outside of tests',
      passed: 0,
      failed: errors.length,
      skipped: [],
      milliseconds: 0,
    });
  return rows;
}

function testsOf(suite) {
  return [
    ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, test }))),
    ...(suite.suites ?? []).flatMap(testsOf),
  ];
}

function reasonOf(test) {
  const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  return annotation?.description ?? 'it was not reached';
}
