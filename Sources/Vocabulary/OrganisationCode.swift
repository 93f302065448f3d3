/// An organisation's code as published, upper case; it names an organisation only on a day.
///
/// Shapes change (ICBs were Q and two characters, from 2026 also five): nothing is validated by a pattern.
public struct OrganisationCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: nil when the text is empty, longer than 12, or holds anything but letters and digits.
    public init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        guard (1...12).contains(characters.count),
            characters.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
            })
        else { return nil }
        self.description = text.uppercased()
    }

    public static func < (left: OrganisationCode, right: OrganisationCode) -> Bool {
        left.description < right.description
    }
}
