import { create } from 'zustand'

/** The AWS managed policy that is being looked at, by name. */
export const useShownPolicy = create<{ readonly name: string | undefined }>()(() => ({ name: undefined }))

export const showPolicy = (name: string) => useShownPolicy.setState({ name })
export const hidePolicy = () => useShownPolicy.setState({ name: undefined })
