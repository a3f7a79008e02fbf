import type { Page } from '@playwright/test'

interface Fiber {
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
  readonly stateNode: unknown
  readonly return: Fiber | null
}

interface CountingWindow {
  renderedNodes: number
}

/**
 * Counts, from before the page's first script on, how many nodes of the canvas React renders. It listens where
 * React's own developer tools do, since a component that renders in vain leaves no trace in the page.
 */
export async function countRenderedNodes(page: Page) {
  await page.addInitScript(() => {
    /** React's mark on a component whose function was called; its developer tools read it too. */
    const performedWork = 1
    const counting = window as unknown as CountingWindow
    counting.renderedNodes = 0

    const isNode = (fiber: Fiber) =>
      fiber.stateNode instanceof Element && fiber.stateNode.matches('.react-flow__node')

    /** A node is rendered when its frame or anything within it is. */
    const rendered = (fiber: Fiber): boolean => {
      const before = fiber.alternate
      if (before && (fiber.flags & performedWork) !== 0) return true
      if (before && before.child === fiber.child) return false
      for (let child = fiber.child; child; child = child.sibling) if (rendered(child)) return true
      return false
    }

    const visit = (fiber: Fiber) => {
      if (fiber.alternate?.child === fiber.child) return
      for (let child = fiber.child; child; child = child.sibling) {
        // The element's parent is the component that draws it.
        const inner = child.child
        if (inner && isNode(inner)) counting.renderedNodes += rendered(child) ? 1 : 0
        else visit(child)
      }
    }

    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => visit(root.current),
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        checkDCE: () => {},
      },
    })
  })
}

/** How many nodes were rendered since the last time this was asked. */
export const renderedNodes = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const counting = window as unknown as CountingWindow
    const count = counting.renderedNodes
    counting.renderedNodes = 0
    return count
  })
