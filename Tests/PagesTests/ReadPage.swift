/// A page as a browser would read it: its elements in order, with attributes and text; faults of nesting kept.
struct ReadPage {
    struct Element {
        var name: String
        /// As written, escapes and all.
        var attributes: [String: String]
        /// All text within, joined, as written.
        var text: String
        /// Places of the elements about it, from the root.
        var parents: [Int]
    }

    var elements: [Element] = []
    var faults: [String] = []

    private static let void: Set = ["meta", "link", "input"]
    private static let (less, more, quote, space, equals): (UInt8, UInt8, UInt8, UInt8, UInt8) = (60, 62, 34, 32, 61)

    /// - Parameter html: after its first `>`, which ends the document's type.
    init(_ html: String) {
        let bytes = Array(html.utf8)
        var open: [Int] = []
        var texts: [[UInt8]] = []
        var place = (bytes.firstIndex(of: Self.more) ?? bytes.count - 1) + 1
        while let start = bytes[place...].firstIndex(of: Self.less) {
            for element in open { texts[element] += bytes[place..<start] }
            guard let end = bytes[start...].firstIndex(of: Self.more) else {
                faults.append("a tag without an end")
                break
            }
            let tag = bytes[(start + 1)..<end]
            place = end + 1
            if tag.first == 47 {
                let name = String(decoding: tag.dropFirst(), as: UTF8.self)
                if let last = open.popLast(), elements[last].name == name { continue }
                faults.append("</\(name)> closes another element")
            } else {
                let name = String(decoding: tag.prefix { $0 != Self.space }, as: UTF8.self)
                elements.append(Element(name: name, attributes: Self.attributes(of: tag), text: "", parents: open))
                texts.append([])
                if !Self.void.contains(name) { open.append(elements.count - 1) }
            }
        }
        for element in elements.indices { elements[element].text = String(decoding: texts[element], as: UTF8.self) }
        if !open.isEmpty { faults.append("left open: \(open.map { elements[$0].name })") }
    }

    private static func attributes(of tag: ArraySlice<UInt8>) -> [String: String] {
        var found: [String: String] = [:]
        var rest = tag.drop { $0 != space }
        while let sign = rest.firstIndex(of: equals), let start = rest[sign...].firstIndex(of: quote),
            let end = rest[(start + 1)...].firstIndex(of: quote)
        {
            let name = String(decoding: rest[..<sign].drop { $0 == space }, as: UTF8.self)
            found[name] = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
        }
        return found
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func within(_ place: Int) -> [Element] { elements.filter { $0.parents.contains(place) } }

    var ids: [String] { elements.compactMap { $0.attributes["id"] } }
}
