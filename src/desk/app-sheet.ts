/** A part of its own, so that no page waits for what it is not written with. */
import '../styles/app-sheet.css'
