/// A file that lies beside the page, or in a folder beside it: what a published folder links to, wherever it lies.
///
/// Names of letters, digits, points, hyphens and underscores, with `/` between folders; none begins with a point.
public struct LocalFile: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: nil where the text is no such path: `..`, a drive, a scheme or a query cannot be written.
    public init?(_ text: some StringProtocol) {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !names.isEmpty,
            names.allSatisfy({ name in
                !name.isEmpty && name.first != "." && name.utf8.allSatisfy(LocalFile.mayHold)
            })
        else { return nil }
        description = String(text)
    }

    private static func mayHold(_ byte: UInt8) -> Bool {
        switch byte {
        case 45, 46, 48...57, 65...90, 95, 97...122: true
        default: false
        }
    }
}

extension Html {
    /// - Parameter content: says where the link leads without the words about it.
    public static func link(_ content: Html, toFile file: LocalFile, class name: String? = nil) -> Html {
        element(.a, [Attribute(.href, file.description)] + attributes(class: name), [content])
    }
}
