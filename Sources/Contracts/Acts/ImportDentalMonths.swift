public import Tabular
public import Vocabulary

/// Takes in one monthly contractor file, as it was read.
///
/// The same file twice changes nothing. A re-publication of a month already held is compared row by row: an equal row
/// is already held, a different one is kept and supersedes the old one, and an old one that the new file lacks is
/// withdrawn, where the new file speaks for that commissioner at all. Nothing is overwritten.
///
/// A row that could not be read may be the one that is missing: a file with such a row withdraws nothing. A file that
/// would withdraw more than the Rulebook's share of what is held is refused whole, since it has probably lost its end;
/// a single row is never too many.
public struct ImportDentalMonths: Act {
    public static let name = "importDentalMonths"

    public var source: Source
    /// The archive in which the file came, if it came in one.
    public var container: EvidenceID?
    public var conditions: ReadingConditions
    public var reading: Reading<DentalMonth>
    public var account: ImportAccount
    /// True where a person said that the rows missing are meant to go, however many.
    public var allowsWithdrawals: Bool

    public init(
        source: Source, container: EvidenceID?, conditions: ReadingConditions = ReadingConditions(),
        reading: Reading<DentalMonth>, account: ImportAccount, allowsWithdrawals: Bool = false
    ) {
        self.source = source
        self.container = container
        self.conditions = conditions
        self.reading = reading
        self.account = account
        self.allowsWithdrawals = allowsWithdrawals
    }

    public struct Before: Sendable {
        /// True where a file with these bytes was taken in before.
        public var isHeld: Bool
        /// The rows that hold now, of the months of this file; empty where none was held.
        public var rows: [Held]
        /// The most of a month's rows that a file may withdraw, by month; none where there was no rule for it.
        public var withdrawnLimits: [Month: Share]

        public init(isHeld: Bool, rows: [Held], withdrawnLimits: [Month: Share] = [:]) {
            self.isHeld = isHeld
            self.rows = rows
            self.withdrawnLimits = withdrawnLimits
        }
    }

    /// A row that holds, by its place in the store.
    public struct Held: Sendable {
        public var id: Int
        public var value: DentalMonth

        public init(id: Int, value: DentalMonth) {
            self.id = id
            self.value = value
        }
    }

    public struct After: Sendable {
        public var isHeld: Bool
        public var kept: [Kept]
        /// Rows of the file that equal the row held for their contract, commissioner and month.
        public var rowsAlreadyHeld: [Reading<DentalMonth>.Placed]
        /// Rows that the file no longer has.
        public var withdrawn: [Held]
        public var problems: [Problem]

        /// Rows that replaced another.
        public var corrected: Int { kept.count { $0.replaces != nil } }

        /// What was already held, in the amounts of the account.
        public var held: ImportAccount.Tally {
            rowsAlreadyHeld.reduce(into: .zero) { tally, placed in
                tally.rows += 1
                tally.target += placed.value.target
                tally.delivered += placed.value.activity?.delivered ?? .zero
                tally.value += placed.value.value
            }
        }
    }

    public struct Kept: Sendable {
        public var row: Int
        public var value: DentalMonth
        /// The row it supersedes, by its place in the store.
        public var replaces: Int?
        /// Why it stays out of totals until a person accepts it.
        public var flags: [String]
    }

    /// The permission to withdraw is named only where it was given.
    public var journalled: JSONValue {
        let said: JSONValue = [
            "source": .text(source.digest.description), "name": .text(source.name),
            "container": .optional(container) { .text($0.description) },
            "publisher": .text(source.publisher), "licence": .text(source.licence),
            "conditions": conditions.journalled, "rowsRead": .integer(reading.rowsRead),
        ]
        guard allowsWithdrawals, case .object(let members) = said else { return said }
        return .object(members + [JSONValue.Member("allowsWithdrawals", .flag(true))])
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        if before.isHeld {
            return After(
                isHeld: true, kept: [], rowsAlreadyHeld: reading.values, withdrawn: [], problems: reading.problems)
        }
        var flags: [Int: [String]] = [:]
        for problem in reading.problems where problem.effect == .flagged {
            if let row = problem.row { flags[row, default: []].append(problem.code) }
        }
        var held: [Key: Held] = [:]
        held.reserveCapacity(before.rows.count)
        for row in before.rows { held[Key(row.value)] = row }

        var after = After(isHeld: false, kept: [], rowsAlreadyHeld: [], withdrawn: [], problems: reading.problems)
        after.kept.reserveCapacity(reading.values.count)
        for placed in reading.values {
            let old = held.isEmpty ? nil : held.removeValue(forKey: Key(placed.value))
            if let old, old.value == placed.value {
                after.rowsAlreadyHeld.append(placed)
            } else {
                after.kept.append(
                    Kept(
                        row: placed.row, value: placed.value, replaces: old?.id,
                        flags: (flags[placed.row] ?? []).sorted()))
            }
        }
        let missing = missing(of: held.values)
        if hasUnreadableRows {
            if !missing.isEmpty { after.problems.append(ImportDentalMonths.nothingWithdrawn(missing.count)) }
            return after
        }
        if !allowsWithdrawals { try refuseTooFew(missing: missing, before) }
        after.withdrawn = missing
        after.problems += missing.map { row in
            Problem(
                row: nil, column: nil, code: "withdrawn",
                "Contract \(row.value.contract) of \(row.value.commissioner) was held for \(row.value.month.inWords) "
                    + "and is not in this file; it no longer counts.",
                effect: .noted)
        }
        return after
    }

    private struct Key: Hashable {
        let month: Month
        let commissioner: OrganisationCode
        let contract: ContractNumber

        init(_ value: DentalMonth) {
            month = value.month
            commissioner = value.commissioner
            contract = value.contract
        }
    }
}
