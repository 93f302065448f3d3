public import Vocabulary

/// `accountability.yaml`: who answers to whom, and what of it changed or ended.
///
/// ```yaml
/// edges:
///   - id: icb-to-region
///     actor: {organisation: QWX}
///     forum: {organisation: Y99}
///     about: use of the delegated dental budget
///     matter: primary-dental-services
///     standard: delegation agreement, schedule 3
///     explains: a report every quarter
///     questions: a meeting every quarter
///     judges: an assessment every year
///     consequences: the delegation may be taken back
///     direction: vertical
///     nature: administrative
///     from: 2023-04-01
///     citation: Delegation agreement of 1 April 2023
///   - {id: icb-to-public, actor: {organisation: QWX}, forum: public, …}
/// ```
public struct AccountabilityDocument: Hashable, Sendable, Codable {
    public var edges: [AccountabilityEdge]?
    public var amendments: [AmendEdge]?
    public var ends: [EndEdge]?

    public init(edges: [AccountabilityEdge]? = nil, amendments: [AmendEdge]? = nil, ends: [EndEdge]? = nil) {
        self.edges = edges
        self.amendments = amendments
        self.ends = ends
    }

    /// - Throws: a `Refusal` of kind `input` that names the key, or the edge that stands there twice.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> AccountabilityDocument {
        let document: AccountabilityDocument = try json.writtenDocument(named: name, manual: "docs/governance.md")
        if let twice = twice((document.edges ?? []).map(\.id)) {
            throw Refusal(
                .input, code: "edge-twice", "\(name): two edges have the short name “\(twice)”.",
                remedy: "Give each edge a short name of its own; what changes later stands under amendments.")
        }
        return document
    }

    /// Edges first, then amendments and ends.
    public func acts() -> [any GovernanceAct] {
        var acts: [any GovernanceAct] = (edges ?? []).map { DrawEdge(edge: $0) }
        acts += amendments ?? []
        acts += ends ?? []
        return acts
    }
}
