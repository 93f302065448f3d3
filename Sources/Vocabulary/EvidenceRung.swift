/// How well a claim is supported: the ladder of evidence, the strongest first.
public enum EvidenceRung: String, Hashable, Sendable, Codable, CaseIterable {
    /// Reviews of research, gathered by a stated method.
    case systematic
    /// Figures of this place.
    case localData
    /// What somebody who knows the field advises.
    case expert
    /// What people live and see.
    case experience

    /// For a sentence: `systematic evidence`.
    public var words: String {
        switch self {
        case .systematic: "systematic evidence"
        case .localData: "local data"
        case .expert: "expert opinion"
        case .experience: "experience"
        }
    }
}
