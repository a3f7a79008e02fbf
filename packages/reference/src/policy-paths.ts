/** Paths of AWS managed policies by the letter that stands for them in the index. */
export const policyPaths: Readonly<Record<string, string>> = {
  '': '/',
  s: '/service-role/',
  l: '/aws-service-role/',
  j: '/job-function/',
  r: '/root-task/',
}
