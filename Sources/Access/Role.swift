/// What somebody is there for: it brings permissions, at one commissioner or at all.
///
/// Which permissions, says the reviewed matrix (`AccessRules`). A person may hold several roles.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case administrator, commissioningManager, analyst, governanceLead, panelMember, contractManager, provider, observer

    /// In a sentence: `commissioning manager`.
    public var inWords: String {
        switch self {
        case .administrator: "administrator"
        case .commissioningManager: "commissioning manager"
        case .analyst: "analyst"
        case .governanceLead: "governance lead"
        case .panelMember: "panel member"
        case .contractManager: "contract manager"
        case .provider: "provider"
        case .observer: "observer"
        }
    }

    /// As a heading: `Commissioning manager`.
    public var title: String { inWords.prefix(1).uppercased() + inWords.dropFirst() }

    /// True for the roles that may be held at all commissioners of an installation at once.
    public var mayBeEverywhere: Bool { self == .administrator || self == .observer }
}
