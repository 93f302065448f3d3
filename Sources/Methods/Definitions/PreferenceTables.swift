/// Published tables that the preference methods are judged by, with where they come from.
///
/// They are conventions of the literature, not laws: each row says its source and whether it was read there.
public struct PreferenceTables: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public let id: String
        /// The row's place in its table: a number of criteria, or a judgement.
        public let number: Int
        public let value: Double
        public let source: String
        /// False where the value has not been read at the source named.
        public let isVerified: Bool
    }

    public let entries: [Entry]

    /// The tables that come with Remit.
    public static let shipped: PreferenceTables = {
        guard let tables = PreferenceTables(csv: shippedFile) else {
            preconditionFailure("the tables that come with Remit can be read")
        }
        return tables
    }()

    /// The file of the tables that come with Remit, byte for byte.
    public static var shippedFile: [UInt8] { PackageResources.preference_tables_csv }

    /// Reads `id,n,value,source,verified` with a header; a source may stand in quotation marks.
    ///
    /// - Returns: nil where a row is not of this form, or the numbers of a table do not go 1, 2, 3 ….
    public init?(csv bytes: [UInt8]) {
        var entries: [Entry] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.first == "id,n,value,source,verified" else { return nil }
        for line in lines.dropFirst() {
            let cells = PreferenceTables.cells(of: line)
            guard cells.count == 5, let number = Int(cells[1]), let value = Double(cells[2]), value.isFinite,
                cells[4] == "yes" || cells[4] == "no",
                number == entries.count(where: { $0.id == cells[0] }) + 1
            else { return nil }
            entries.append(
                Entry(
                    id: cells[0], number: number, value: value, source: cells[3],
                    isVerified: cells[4] == "yes"))
        }
        self.entries = entries
    }

    /// The values of a table, from number 1; empty where there is no such table.
    public func values(_ id: String) -> [Double] {
        entries.filter { $0.id == id }.map(\.value)
    }

    /// True where every value of the table was read at its source; false where there is no such table.
    public func isVerified(_ id: String) -> Bool {
        let rows = entries.filter { $0.id == id }
        return !rows.isEmpty && rows.allSatisfy(\.isVerified)
    }

    /// Consistency indices of pairwise judgements made at random, by number of criteria from 1.
    public var pairwiseRandomIndex: [Double] { values("pairwise.randomIndex") }

    /// The consistency ratio above which pairwise judgements are to be looked at again.
    public var largestConsistencyRatio: Double? { values("pairwise.largestConsistencyRatio").first }

    /// The largest miss of the nonlinear best-worst model, by the judgement of best over worst from 1.
    public var bestWorstConsistencyIndex: [Double] { values("bestWorst.consistencyIndex") }

    private static func cells(of line: Substring) -> [String] {
        var (cells, isQuoted) = ([""], false)
        for mark in line {
            if mark == "\"" {
                isQuoted.toggle()
            } else if mark == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(mark)
            }
        }
        return cells
    }
}
