/// A shape of a picture: `x` and widths are in per cent of the picture's width, `y` and heights in pixels.
public indirect enum Shape: Sendable {
    case rectangle(x: Double, y: Double, width: Double, height: Double, class: String, filling: Filling? = nil)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, class: String)
    case circle(x: Double, y: Double, radius: Double, class: String)
    /// A line through points.
    case polyline([Point], class: String)
    /// An area between points.
    case polygon([Point], class: String)
    /// An area of one ring or several, those within others being holes; in drawings that keep their shape.
    case outline([[Point]], class: String)
    case text(String, x: Double, y: Double, anchor: Anchor = .start, class: String, dx: Double = 0)
    /// Shapes with words of their own, which a pointer shows.
    case named(String, [Shape])

    public struct Point: Hashable, Sendable {
        public var x: Double
        public var y: Double

        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    /// - Parameter wide: of a drawing that keeps its shape, in the unit of its height; nil for all others.
    func element(height: Double, wide: Double? = nil) -> Html {
        switch self {
        case .rectangle(let x, let y, let width, let height, let name, let filling):
            let fill = filling.map { [Attribute(.fill, "url(#\($0.id))")] } ?? []
            return .element(
                .rect,
                [
                    Attribute(.x, x.percent), Attribute(.y, y.inDrawing), Attribute(.width, max(width, 0).percent),
                    Attribute(.height, max(height, 0).inDrawing), Attribute(.class, name),
                ] + fill)
        case .line(let x1, let y1, let x2, let y2, let name):
            return .element(
                .line,
                [
                    Attribute(.x1, x1.percent), Attribute(.y1, y1.inDrawing), Attribute(.x2, x2.percent),
                    Attribute(.y2, y2.inDrawing), Attribute(.class, name),
                ])
        case .circle(let x, let y, let radius, let name):
            return .element(
                .circle,
                [
                    Attribute(.cx, x.percent), Attribute(.cy, y.inDrawing), Attribute(.r, radius.inDrawing),
                    Attribute(.class, name),
                ])
        case .polyline(let points, let name): return stretched(.polyline, points, name, height: height)
        case .polygon(let points, let name): return stretched(.polygon, points, name, height: height)
        case .outline(let rings, let name):
            let path = rings.map { ring in
                let points = ring.map { "\(($0.x / 100 * (wide ?? 100)).inDrawing) \($0.y.inDrawing)" }
                return "M" + points.joined(separator: "L") + "Z"
            }
            return .element(
                .path,
                [Attribute(.d, path.joined()), Attribute(.fillRule, "evenodd"), Attribute(.class, name)])
        case .text(let words, let x, let y, let anchor, let name, let dx):
            let shift = dx == 0 ? [] : [Attribute(.dx, dx.inDrawing)]
            return .element(
                .text,
                [
                    Attribute(.x, x.percent), Attribute(.y, y.inDrawing), Attribute(.textAnchor, anchor.rawValue),
                    Attribute(.class, name),
                ] + shift, [.text(words)])
        case .named(let words, let shapes):
            return .element(
                .g, [], [.element(.title, [], [.text(words)])] + shapes.map { $0.element(height: height, wide: wide) })
        }
    }

    /// Points have no per cent of their own: they are drawn 100 wide in a drawing that stretches sideways.
    private func stretched(_ tag: Tag, _ points: [Point], _ name: String, height: Double) -> Html {
        let places = points.map { "\($0.x.inDrawing),\($0.y.inDrawing)" }.joined(separator: " ")
        let shape = Html.element(
            tag,
            [
                Attribute(.points, places), Attribute(.class, name),
                Attribute(.vectorEffect, "non-scaling-stroke"),
            ])
        return .element(
            .svg,
            [
                Attribute(.width, "100%"), Attribute(.height, height.inDrawing),
                Attribute(.viewBox, "0 0 100 \(height.inDrawing)"),
                Attribute(.preserveAspectRatio, "none"), Attribute(.ariaHidden, "true"),
            ], [shape])
    }
}

extension Double {
    fileprivate var percent: String { inDrawing + "%" }
}
