/// How an area is filled: by a pattern as well as a colour, so that neither is needed alone.
public struct Filling: Hashable, Sendable {
    public var name: String
    public var pattern: Pattern

    public enum Pattern: Hashable, Sendable {
        case plain, stripes, dots, crosses
    }

    public init(_ name: String, _ pattern: Pattern) {
        self.name = name
        self.pattern = pattern
    }

    var id: ElementID { ElementID("filling-\(name)") }

    /// The ground has the class `fill-NAME`, what is drawn on it `mark-NAME`.
    var element: Html {
        let size = "8"
        let ground = Html.element(
            .rect, [Attribute(.width, size), Attribute(.height, size), Attribute(.class, "fill-\(name)")])
        let mark = "mark-\(name)"
        let marks: [Html] =
            switch pattern {
            case .plain: []
            case .stripes:
                [.element(.rect, [Attribute(.width, "3"), Attribute(.height, size), Attribute(.class, mark)])]
            case .dots:
                [
                    .element(
                        .circle,
                        [
                            Attribute(.cx, "4"), Attribute(.cy, "4"), Attribute(.r, "1.5"), Attribute(.class, mark),
                        ])
                ]
            case .crosses:
                [
                    .element(.rect, [Attribute(.width, "1.5"), Attribute(.height, size), Attribute(.class, mark)]),
                    .element(.rect, [Attribute(.width, size), Attribute(.height, "1.5"), Attribute(.class, mark)]),
                ]
            }
        let turn = pattern == .stripes ? [Attribute(.patternTransform, "rotate(45)")] : []
        return .element(
            .pattern,
            [
                Attribute(.id, id.description), Attribute(.width, size), Attribute(.height, size),
                Attribute(.patternUnits, "userSpaceOnUse"),
            ] + turn, [ground] + marks)
    }
}
