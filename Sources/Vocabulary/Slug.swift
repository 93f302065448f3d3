/// A short name by which files, commands and addresses name a thing of a round, a meeting or a register: `access`, `care-home-visits`.
///
/// Lower-case letters, digits and single hyphens, 1 to 60 of them, beginning with a letter or a digit.
public struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: nil where the text is of another form; nothing is corrected.
    public init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        guard (1...60).contains(characters.count), characters.first != Slug.hyphen, characters.last != Slug.hyphen,
            characters.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == Slug.hyphen }),
            !text.contains("--")
        else { return nil }
        description = String(text)
    }

    private static let hyphen: UInt8 = 45

    /// Words that stand in addresses where a short name would, such as `/committees/new`.
    private static let wordsOfAddresses: Set<String> = ["new", "figures", "inequality"]

    /// - Parameter what: the thing that is to be called so: `needs assessment`.
    /// - Throws: `Refusal` of kind `rule`, `name-of-addresses`, where an address has this very word in another meaning.
    public func refuseWordOfAddresses(naming what: String) throws(Refusal) {
        guard Slug.wordsOfAddresses.contains(description) else { return }
        throw Refusal(
            .rule, code: "name-of-addresses", "No \(what) can be called “\(self)”: addresses use the word.",
            remedy: "Choose another short name.")
    }

    public static func < (left: Slug, right: Slug) -> Bool { left.description < right.description }
}

extension Slug: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let slug = Slug(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "“\(text)” is no short name: lower-case letters, digits and hyphens, 60 at most")
        }
        self = slug
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
