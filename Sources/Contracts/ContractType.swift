/// What a contract is in law: it decides whether its end date ends it.
public enum ContractType: Hashable, Sendable, CustomStringConvertible {
    /// General dental services: without end, unless terminated.
    case gds
    /// Personal dental services: for an agreed time.
    case pds
    /// Personal dental services of the "plus" form.
    case pdsPlus
    /// The team's own word, as written.
    case other(String)

    /// Upper or lower case; `PDS+` and `PDS Plus` are one.
    public init(_ text: String) {
        switch text.uppercased().filter({ $0 != " " && $0 != "-" }) {
        case "GDS": self = .gds
        case "PDS": self = .pds
        case "PDS+", "PDSPLUS": self = .pdsPlus
        default: self = .other(text)
        }
    }

    public var description: String {
        switch self {
        case .gds: "GDS"
        case .pds: "PDS"
        case .pdsPlus: "PDS+"
        case .other(let text): text
        }
    }
}
