/// A drawing in SVG with the words that stand for it: it cannot be written without a title and a description.
///
/// It is as wide as the place it is put in and has a fixed height. Horizontal places are shares of the width, so
/// that text keeps its size and a phone shows the same picture; vertical places are pixels. A map is no such picture: it
/// keeps its shape, and is drawn larger or smaller as a whole.
public struct Picture: Sendable {
    public var id: ElementID
    /// What it shows: a few words.
    public var title: String
    /// What one sees: a sentence or two with the figures.
    public var description: String
    public var height: Double
    public var shapes: [Shape]
    /// Of a drawing that keeps its shape: so wide in the unit of its height. Nil for all others.
    public var unitsWide: Double?

    public init(
        id: ElementID, title: String, description: String, height: Double, shapes: [Shape], unitsWide: Double? = nil
    ) {
        self.unitsWide = unitsWide
        self.id = id
        self.title = title
        self.description = description
        self.height = height
        self.shapes = shapes
    }

    /// - Parameter name: classes of the drawing.
    public func html(class name: String = "picture") -> Html {
        let attributes = [
            Attribute(.class, name), Attribute(.role, "img"), Attribute(.width, "100%"),
            unitsWide.map { Attribute(.viewBox, "0 0 \($0.inDrawing) \(height.inDrawing)") }
                ?? Attribute(.height, height.inDrawing), Attribute(.focusable, "false"),
            Attribute(.ariaLabelledBy, "\(id.part("title")) \(id.part("desc"))"),
        ]
        let words: [Html] = [
            .element(.title, [Attribute(.id, id.part("title").description)], [.text(title)]),
            .element(.desc, [Attribute(.id, id.part("desc").description)], [.text(description)]),
        ]
        return .element(.svg, attributes, words + shapes.map { $0.element(height: height, wide: unitsWide) })
    }

    /// The drawing as a file of its own, with its look in it.
    ///
    /// - Parameter css: compiled into the program.
    public func file(look css: [UInt8]) -> [UInt8] {
        let look = Html.embeddedStylesheet(css).bytes()
        let bytes = html().bytes()
        let head = Array("<svg".utf8)
        precondition(bytes.starts(with: head), "a drawing begins as one")
        guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return bytes }
        return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"".utf8)
            + bytes[head.count...end] + look + bytes[(end + 1)...] + [10]
    }

    /// The fillings that the pictures of a page use: written once, before the first of them.
    public static func fillings(_ fillings: [Filling]) -> Html {
        let attributes = [
            Attribute(.class, "fillings"), Attribute(.width, "0"), Attribute(.height, "0"),
            Attribute(.ariaHidden, "true"), Attribute(.focusable, "false"),
        ]
        return .element(.svg, attributes, [.element(.defs, [], fillings.map(\.element))])
    }

    /// A sample of how a thing is drawn, for the key beside its name; the name says the rest.
    ///
    /// - Parameter shapes: in a drawing 12 pixels high; the class `swatch` sets the width.
    public static func swatch(_ shapes: [Shape]) -> Html {
        let attributes = [
            Attribute(.class, "swatch"), Attribute(.width, "24"), Attribute(.height, "12"),
            Attribute(.ariaHidden, "true"), Attribute(.focusable, "false"),
        ]
        return .element(.svg, attributes, shapes.map { $0.element(height: 12) })
    }
}

extension Double {
    /// At most two decimals, a point, no exponent: `12`, `12.5`, `-0.25`.
    var inDrawing: String {
        precondition(isFinite && abs(self) < 1e9, "a drawing has finite places")
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return "\(hundredths < 0 ? "-" : "")\(whole)\(decimals)"
    }
}
