import type { Page } from '@playwright/test'

/** What is done in the page: nothing, a click on a button by the beginning of its name, or a letter typed where the focus is. */
export type Act = { readonly click: readonly string[] } | { readonly type: string } | 'nothing'

/**
 * Does it again and again, and measures each time until the frame that shows it has been painted, in milliseconds.
 * Several names are clicked in turn.
 */
export const repaints = (page: Page, act: Act, times: number): Promise<number[]> =>
  page.evaluate(
    async ([what, count]) => {
      const buttons = () => [...document.querySelectorAll('button')]
      const named = (name: string) =>
        buttons().find(button => (button.ariaLabel ?? button.textContent).startsWith(name))
      const run = (turn: number) => {
        if (what === 'nothing') return
        // The old way is the one that goes through the editor's own handling of input.
        if ('type' in what) document.execCommand('insertText', false, what.type)
        else named(what.click[turn % what.click.length] ?? '')?.click()
      }
      const painted = () =>
        new Promise<void>(resolve => {
          requestAnimationFrame(() => {
            // A message is handled after the frame.
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve())
            port1.start()
            port2.postMessage(undefined)
          })
        })
      const all: number[] = []
      for (let turn = 0; turn < count; turn++) {
        await new Promise(resolve => setTimeout(resolve, 150 + ((turn * 7) % 16)))
        const begun = performance.now()
        run(turn)
        await painted()
        all.push(performance.now() - begun)
      }
      return all
    },
    [act, times] as const,
  )
