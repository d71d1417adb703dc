/**
 * The pictures that were drawn before any script. In the browser they are taken over as they stand:
 * a static vnode without content adopts the element that it finds, and nothing is drawn again.
 */
import { createStaticVNode, defineComponent } from 'vue'

export const StillPicture = defineComponent({
  name: 'StillPicture',
  props: { html: { type: String, default: '' } },
  setup(props) {
    // One and the same vnode: what is static is never patched.
    const still = createStaticVNode(props.html || ' ', 1)
    return () => still
  },
})
