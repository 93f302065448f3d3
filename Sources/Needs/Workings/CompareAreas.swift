public import Methods
public import Vocabulary

/// Which areas lie further from all of them together than chance would have it.
public struct CompareAreas: Sendable {
    public let funnel: Funnel
    /// By area; those whose figure is withheld have none.
    public let flags: [String: Funnel.Flag]

    /// - Returns: nil for a standardised rate, whose areas are compared by their own intervals, for what a publisher worked
    ///   out, and where fewer than three
    ///   areas have figures.
    /// - Throws: `Refusal`, as `Funnel`.
    public init?(
        _ definition: IndicatorDefinition, _ figures: [WorkOutIndicator.Figure], terms: WorkOutIndicator.Terms
    ) throws(Refusal) {
        let kind: Funnel.Kind
        switch definition.method {
        case .proportion: kind = .proportion
        case .crudeRate: kind = .rate
        case .directRate, .published: return nil
        }
        var areas: [Funnel.Area] = []
        for figure in figures where figure.value != nil {
            guard let count = figure.count, let whole = figure.denominator, whole > 0 else { continue }
            areas.append(.init(name: figure.area, numerator: count, denominator: whole))
        }
        guard areas.count > 2 else { return nil }
        funnel = try Funnel(
            areas, kind: kind, per: definition.per, at: terms.levels, exactBelow: terms.exactBelow)
        var flags: [String: Funnel.Flag] = [:]
        for flag in funnel.flags { flags[flag.area] = flag }
        self.flags = flags
    }

    /// How an area stands, in words: `higher than all together (99.8%)`; nil where its figure is withheld.
    public func words(for area: String) -> String? {
        flags[area].map { flag in
            guard let level = flag.level, flag.side != .within else { return "as chance would have it" }
            return "\(flag.side == .high ? "higher" : "lower") than all together (\(shown(level.percent))%)"
        }
    }
}
