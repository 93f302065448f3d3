/// An NHSBSA dental contract's number, ten digits, as published (not an ODS code).
public struct ContractNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: nil unless the text is ten digits.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 10, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.description = String(text)
    }

    public static func < (left: ContractNumber, right: ContractNumber) -> Bool {
        left.description < right.description
    }
}
