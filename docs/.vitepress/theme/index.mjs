// The theme without its web font: the reader's own fonts need no request.
import theme from "vitepress/theme-without-fonts"
import "./style.css"

export default theme
