public import Vocabulary

/// What became of a file's rows and amounts: read = kept + refused, row for row, unit for unit, penny for penny.
///
/// `read` is counted from the file before any row is judged, so that `balances` is a check and not a definition.
/// Rows already held are the store's to take from `kept`.
public struct ImportAccount: Hashable, Sendable {
    public var read: Tally
    /// Flagged rows are among them.
    public var kept: Tally
    public var refused: Tally

    public static let zero = ImportAccount(read: .zero, kept: .zero, refused: .zero)

    public init(read: Tally, kept: Tally, refused: Tally) {
        self.read = read
        self.kept = kept
        self.refused = refused
    }

    /// True where nothing was lost.
    public var balances: Bool { read == kept + refused }

    public static func + (left: ImportAccount, right: ImportAccount) -> ImportAccount {
        ImportAccount(
            read: left.read + right.read, kept: left.kept + right.kept, refused: left.refused + right.refused)
    }

    /// Rows, and the sum of what could be read in them.
    public struct Tally: Hashable, Sendable {
        public var rows: Int
        /// Units contracted for the year.
        public var target: Units
        /// Units delivered; blank counts nothing.
        public var delivered: Units
        /// Money for the year.
        public var value: Money
        /// Rows whose target, delivered units or value could not be read, and are in no sum.
        public var unreadable: Unreadable

        public static let zero = Tally(
            rows: 0, target: .zero, delivered: .zero, value: .zero,
            unreadable: Unreadable(targets: 0, delivered: 0, values: 0))

        public init(rows: Int, target: Units, delivered: Units, value: Money, unreadable: Unreadable) {
            self.rows = rows
            self.target = target
            self.delivered = delivered
            self.value = value
            self.unreadable = unreadable
        }

        public static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                rows: left.rows + right.rows, target: left.target + right.target,
                delivered: left.delivered + right.delivered, value: left.value + right.value,
                unreadable: Unreadable(
                    targets: left.unreadable.targets + right.unreadable.targets,
                    delivered: left.unreadable.delivered + right.unreadable.delivered,
                    values: left.unreadable.values + right.unreadable.values))
        }

        public static func += (left: inout Tally, right: Tally) { left = left + right }
    }

    public struct Unreadable: Hashable, Sendable {
        public var targets: Int
        public var delivered: Int
        public var values: Int

        public init(targets: Int, delivered: Int, values: Int) {
            self.targets = targets
            self.delivered = delivered
            self.values = values
        }
    }
}
