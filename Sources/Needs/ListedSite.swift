/// A place where care is given as a commissioner's list has it: as published, with nobody's name that is not its own.
public struct ListedSite: Hashable, Sendable {
    /// The contract, as the list writes it: `1001620000`, `159735/0001`; with the postcode behind where one contract is
    /// carried out in several places.
    public let contract: String
    /// What the practice or the clinic is called; it may be called by a person's name.
    public let name: String
    /// Who holds the contract: often a person, and then shown only where names are asked for.
    public let holder: String
    /// The lines of the address, with commas between them.
    public let address: String
    /// As the list has it; empty where it has none.
    public let postcode: String
    /// The board's code as the list has it.
    public let board: String
    /// UDAs contracted for the year; nil where the list has none, or a mark.
    public let contracted: Double?

    public init(
        contract: String, name: String, holder: String, address: String, postcode: String, board: String,
        contracted: Double?
    ) {
        self.contract = contract
        self.name = name
        self.holder = holder
        self.address = address
        self.postcode = postcode
        self.board = board
        self.contracted = contracted
    }

    /// A postcode to compare by: capitals without blanks.
    public static func key(ofPostcode text: String) -> String {
        String(text.uppercased().filter { $0.isLetter || $0.isNumber })
    }
}
