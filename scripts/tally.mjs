// Adds up what the test tools counted. A tool that dies before it writes its report counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const read = path => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

export function vitestCounts(path) {
  const report = read(path)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  // A file that fails to load has no test that failed, but it is a failure all the same.
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export function playwrightCounts(path) {
  const stats = read(path)?.stats
  if (!stats) return { passed: 0, failed: 1, skipped: 0 }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

export function add(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const one of counts) for (const key of Object.keys(sum)) sum[key] += one[key]
  return sum
}
