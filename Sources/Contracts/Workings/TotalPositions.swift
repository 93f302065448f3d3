public import Vocabulary

/// Sums positions by whatever their commissioner's code is placed on: itself, its successor, its region.
public enum TotalPositions {
    public struct Line: Hashable, Sendable {
        public var code: OrganisationCode
        public var name: String
        public var totals: PositionTotals
    }

    /// - Parameters:
    ///   - place: the organisation that a code stands for on the day asked about.
    ///   - name: for reading, by that organisation; the commissioner's published name where it is nil.
    /// - Returns: by name, then code.
    public static func lines(
        _ positions: some Sequence<Position>, by place: (OrganisationCode) -> OrganisationCode = { $0 },
        name: (OrganisationCode) -> String? = { _ in nil }
    ) -> [Line] {
        var lines: [OrganisationCode: Line] = [:]
        for position in positions {
            let code = place(position.commissioner)
            lines[code, default: Line(code: code, name: name(code) ?? position.commissionerName, totals: .init())]
                .totals.add(position)
        }
        return lines.values.sorted { $0.name == $1.name ? $0.code < $1.code : $0.name < $1.name }
    }
}
