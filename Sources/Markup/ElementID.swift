/// The name by which an element is pointed at: by a label, a caption, a jump within the page.
///
/// Letters, digits and hyphens, the first a letter; one page has each only once.
public struct ElementID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Makes a name of any text: what is no ASCII letter or digit becomes a hyphen; nothing becomes `part`.
    public init(_ text: some StringProtocol) {
        var name = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 97...122: name.unicodeScalars.append(Unicode.Scalar(byte))
            case 65...90: name.unicodeScalars.append(Unicode.Scalar(byte + 32))
            default: if !name.hasSuffix("-"), !name.isEmpty { name.append("-") }
            }
        }
        if name.hasSuffix("-") { name.removeLast() }
        if name.isEmpty { name = "part" }
        if let first = name.utf8.first, first < 97 { name = "n-" + name }
        self.description = name
    }

    /// A name that stands under this one: `money` and `title` make `money-title`.
    public func part(_ name: String) -> ElementID { ElementID(description + "-" + name) }
}

extension ElementID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
