/**
 * Keeps one comment on a pull request with what `karma review` says of it.
 *
 *     node comment.mjs review.json review.md
 *
 * Reads PULL_REQUEST (its number), GITHUB_REPOSITORY, GITHUB_TOKEN and, for another GitHub than github.com,
 * GITHUB_API_URL. Where nothing is affected and nothing found, it says nothing; a comment that is there already is
 * brought up to date all the same.
 */
import { readFileSync } from 'node:fs';

const MARK = '<!-- karma review -->';
const PAGE = 100;

const [planFile, textFile] = process.argv.slice(2);
const {
  GITHUB_API_URL = 'https://api.github.com',
  GITHUB_REPOSITORY,
  GITHUB_TOKEN,
  PULL_REQUEST,
} = process.env;
if (!planFile || !textFile || !GITHUB_REPOSITORY || !GITHUB_TOKEN || !/^\d+$/.test(PULL_REQUEST ?? '')) {
  console.error(
    'Usage: node comment.mjs review.json review.md, with GITHUB_REPOSITORY, GITHUB_TOKEN and PULL_REQUEST set.',
  );
  process.exit(2);
}

async function github(method, path, body) {
  const answer = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return answer.json();
  throw new Error(`GitHub answered ${answer.status} to ${method} ${path}: ${await answer.text()}`);
}

async function findComment() {
  for (let page = 1; ; page++) {
    const comments = await github('GET', `/issues/${PULL_REQUEST}/comments?per_page=${PAGE}&page=${page}`);
    const own = comments.find(({ body }) => body?.startsWith(MARK));
    if (own || comments.length < PAGE) return own;
  }
}

// `karma review` keeps it within what GitHub takes.
const body = `${MARK}\n${readFileSync(textFile, 'utf8')}`;
const { impact, findings } = JSON.parse(readFileSync(planFile, 'utf8'));
const known = await findComment();
if (known) await github('PATCH', `/issues/comments/${known.id}`, { body });
else if (impact.total > 0 || findings.length > 0)
  await github('POST', `/issues/${PULL_REQUEST}/comments`, { body });
else console.log('Nothing is affected.');
