/** What `npm run notices` makes, put in by the build. */
declare module 'virtual:third-party-notices' {
  const text: string
  export default text
}
