/** Links of a preview: the page in which they stand is not to be left for them. */

/** Opens a link beside the page; also one in a shadow root, which only the path of the event shows. */
export function openElsewhere(event: Event, window: Pick<Window, 'open'>): void {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement)
  if (!(link instanceof HTMLAnchorElement)) return
  event.preventDefault()
  window.open(link.href, '_blank', 'noopener')
}
