// For pages that show panels in frames: gives each frame the height that its panel tells. Optional.
;(function () {
  const script = document.currentScript
  // As a module it cannot tell where it comes from.
  if (!script || !script.src) return
  const base = new URL('./', script.src)
  function frames() {
    return document.querySelectorAll('iframe, object')
  }
  addEventListener('message', function (event) {
    const said = event.data
    if (event.origin !== base.origin || !said || said.qinglan !== 1) return
    const height = said.height
    if (typeof height !== 'number' || !(height > 0 && height <= 4000)) return
    frames().forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = Math.ceil(height) + 'px'
    })
  })
  // Those that were there first have spoken already.
  function ask() {
    frames().forEach(function (frame) {
      const panel = frame.contentWindow
      // An object that shows what stands in for the panel has no window.
      if (panel && (frame.src || frame.data || '').startsWith(base.href + 'embed/')) {
        panel.postMessage({ qinglan: 1, ask: 'height' }, base.origin)
      }
    })
  }
  // A frame that is still empty has another origin.
  if (document.readyState === 'complete') ask()
  else addEventListener('load', ask)
})()
