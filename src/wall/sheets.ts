/** The sheets of the wall, in the order in which they build on one another. */
import 'virtual:numeral-font.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/panel.css'
import '../styles/slide-chart.css'
import '../styles/slide.css'
import '../styles/wall.css'
