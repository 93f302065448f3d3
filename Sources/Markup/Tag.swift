/// The elements that Remit's pages are made of; there are no scripts, frames, objects or style attributes.
enum Tag: String, Sendable {
    case html, head, body, title, meta, link
    case header, nav, main, footer, section, article, aside, figure, figcaption, details, summary
    case h1, h2, h3, h4, p, div, span, ul, ol, li, dl, dt, dd, a, strong, em, small, code, pre, bdi, time, abbr
    case table, caption, thead, tbody, tr, th, td
    case form, fieldset, legend, label, input, textarea, select, optgroup, option, button, datalist
    case svg, desc, g, rect, line, circle, polyline, polygon, pattern, path, defs, text

    /// Elements that hold nothing and have no end tag.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .input: true
        default: false
        }
    }
}

/// One attribute of an element; the value is escaped where it is written.
struct Attribute: Sendable {
    enum Name: String, Sendable {
        case id, lang, charset, name, content, rel, href, role, tabindex, scope, datetime, action, method, type
        case value, selected, open, width, height, viewBox, preserveAspectRatio, x, y, x1, y1, x2, y2, cx, cy, r, rx
        case points, fill, d, list, patternUnits, patternTransform, focusable, dx, dy, media, label, download, abbr
        case `class`, `for`
        case ariaLabel = "aria-label"
        case ariaLabelledBy = "aria-labelledby"
        case ariaDescribedBy = "aria-describedby"
        case ariaCurrent = "aria-current"
        case ariaHidden = "aria-hidden"
        case ariaSort = "aria-sort"
        case ariaInvalid = "aria-invalid"
        case textAnchor = "text-anchor"
        case vectorEffect = "vector-effect"
        case fillRule = "fill-rule"
        case autocomplete, inputmode, enctype, accept, checked, rows, spellcheck, autofocus, multiple, maxlength
        case noValidate = "novalidate"
    }

    let name: Name
    let value: String

    init(_ name: Name, _ value: String) {
        self.name = name
        self.value = value
    }

    /// None where the value is nil.
    static func optional(_ name: Name, _ value: String?) -> [Attribute] {
        value.map { [Attribute(name, $0)] } ?? []
    }
}
