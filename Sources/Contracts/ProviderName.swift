/// A provider's published name, which is personal data where a person trades under their own.
public struct ProviderName: Hashable, Sendable {
    public let published: String

    public init(_ published: String) {
        self.published = published
    }

    /// What is shown in place of a name that may be personal.
    public static let withheld = "Name withheld (may be personal)"

    /// The name where an organisation is certain enough, and else the words that it is withheld.
    public var shown: String { ProviderName.mayBePersonal(published) ? ProviderName.withheld : published }

    /// True unless the name says that a company, a body or a practice stands behind it.
    ///
    /// Errs towards withholding: a name without such a word may be a person's, and so may one that has a title
    /// before it and no company after it ("Mr A Smith Dental Surgery"). A blank name or a number names nobody.
    public static func mayBePersonal(_ name: String) -> Bool {
        let words = words(of: name)
        guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return false }
        if !ProviderNameWords.bodies.isDisjoint(with: words) { return false }
        if !ProviderNameWords.titles.isDisjoint(with: words) { return true }
        return ProviderNameWords.practices.isDisjoint(with: words)
    }

    /// Upper case, split at anything but letters, digits and apostrophes; "C.I.C." and "Ltd." lose their points.
    private static func words(of name: String) -> [String] {
        name.uppercased().replacing(".", with: "")
            .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.map(String.init)
    }
}
