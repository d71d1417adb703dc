// Puts up what the wall showed before it was loaded anew, until the new page has painted; see
// src/wall/curtain.ts. A classic script that stands before the wall in the page, so that nothing is
// painted first.
;(function () {
  let kept
  try {
    kept = sessionStorage.getItem('qinglan-wall-curtain')
    sessionStorage.removeItem('qinglan-wall-curtain')
  } catch {
    return // storage is refused here
  }
  if (!kept) return

  function build(node) {
    if (typeof node === 'string') return document.createTextNode(node)
    const [name, namespace, attributes, style, children] = node
    const element = document.createElementNS(namespace, name)
    attributes.forEach(([key, value]) => element.setAttribute(key, value))
    if (style) element.style.cssText = style
    children.forEach((child) => element.append(build(child)))
    return element
  }
  const curtain = document.createElement('div')
  curtain.id = 'curtain'
  curtain.setAttribute('aria-hidden', 'true')
  try {
    curtain.append(build(JSON.parse(kept)))
  } catch {
    return // what is kept was damaged: the page comes without
  }
  document.body.append(curtain)
  document.documentElement.dataset.fresh = document.documentElement.dataset.fresh || ''
})()
