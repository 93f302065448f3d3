public import Tabular
public import Vocabulary

/// A letter to a contractor as plain values; an adapter makes the document.
public struct Letter: Sendable {
    public var contract: ContractNumber
    /// Who it goes to: the provider as published, since it is the provider's own letter.
    public var addressee: String
    public var sender: String
    public var date: Day
    public var subject: String
    public var blocks: [Block]

    public enum Block: Sendable {
        case heading(String)
        case paragraph(String)
        /// Lines of equal weight.
        case list([String])
        case table(Table)
    }

    public init(
        contract: ContractNumber, addressee: String, sender: String, date: Day, subject: String, blocks: [Block]
    ) {
        self.contract = contract
        self.addressee = addressee
        self.sender = sender
        self.date = date
        self.subject = subject
        self.blocks = blocks
    }

    /// For the name of a file: `1000080000-year-end-2023-24`.
    public var fileStem: String {
        "\(contract)-" + subject.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
