/** A part of its own: a page names it for paper only, and does not wait for it. */
import '../styles/print.css'
