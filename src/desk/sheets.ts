/**
 * The sheets of every page, in the order in which they build on one another. A page's own stand in
 * src/styles/<page>-sheet.css, and what comes with the app alone in src/styles/app-sheet.css.
 */
import 'virtual:numeral-font.css'
import '../styles/tokens.css'
import '../styles/ground.css'
import '../styles/base.css'
import '../styles/unchosen.css'
import '../styles/panel.css'
import '../styles/masthead.css'
import '../styles/chart.css'
import '../styles/search.css'
