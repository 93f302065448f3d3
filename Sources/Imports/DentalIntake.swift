package import Contracts
import Files
import Rulebook
package import Store
import Tabular
package import Vocabulary

/// How NHSBSA's dental files are taken in; by command, by upload, for the demo and to do an import again.
package enum DentalIntake {
    package static let publisher = "NHS Business Services Authority"
    package static let licence = "Open Government Licence v3.0"

    package typealias Months = DentalMonthFile.Outcome

    package static func months(
        into store: Store, by author: Author, at moment: Moment, dropping: [String],
        allowingWithdrawals: Bool = false
    ) throws -> ImportJob<Months> {
        let conditions = try conditions(at: moment, dropping: dropping)
        let reader = DentalMonthReader(conditions, under: .shipped)
        return ImportJob(
            store: store, publisher: publisher, licence: licence, mapping: nil,
            read: { (member: Member) throws(Refusal) -> Months in try reader.read(member.bytes, named: member.name) },
            perform: { outcome, source, container, db in
                let act = ImportDentalMonths(
                    source: source, container: container, conditions: conditions, reading: outcome.reading,
                    account: outcome.account, allowsWithdrawals: allowingWithdrawals)
                return Intake(act, try Store.perform(act, by: author, at: moment, in: db))
            })
    }

    package static func contracts(
        into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) throws -> ImportJob<DentalContractsFile.Outcome> {
        let conditions = try conditions(at: moment, dropping: dropping)
        return ImportJob(
            store: store, publisher: publisher, licence: licence, mapping: nil,
            read: { (member: Member) throws(Refusal) -> DentalContractsFile.Outcome in
                try readContracts(member.bytes, named: member.name, conditions)
            },
            perform: { outcome, source, container, db in
                let act = ImportDentalContracts(
                    source: source, container: container, conditions: conditions, reading: outcome.reading,
                    account: outcome.account)
                return act.intake(try Store.perform(act, by: author, at: moment, in: db))
            })
    }

    /// - Precondition: conditions with months.
    package static func readContracts(
        _ bytes: [UInt8], named name: String, _ conditions: ReadingConditions
    ) throws(Refusal) -> DentalContractsFile.Outcome {
        guard let months = conditions.months else { preconditionFailure("an annual file is read within months") }
        return try DentalContractsFile.outcome(
            of: bytes, named: name, months: months, dropping: conditions.dropped)
    }

    /// Months from the first for which there is a rule about UDAs, to the present.
    static func conditions(at moment: Moment, dropping: [String]) throws -> ReadingConditions {
        let began = Rulebook.shipped.rules.filter { $0.id == DentalRuleID.bandOne }.map(\.period.start).min()!
        let now = moment.day.month
        guard began.month <= now else {
            throw Refusal(.usage, code: "clock-wrong", "This machine's clock says \(moment.day.inWords).")
        }
        return ReadingConditions(months: began.month...now, dropped: dropping)
    }
}

/// Reads monthly files under stated conditions; the limits of every month are worked out once.
package struct DentalMonthReader: Sendable {
    private let conditions: ReadingConditions
    private let months: ClosedRange<Month>
    private let limits: [DentalFlagLimits?]

    /// - Precondition: conditions with months.
    package init(_ conditions: ReadingConditions, under rules: RulesInForce) {
        guard let months = conditions.months else { preconditionFailure("a monthly file is read within months") }
        self.conditions = conditions
        self.months = months
        limits = (months.lowerBound.index...months.upperBound.index).map {
            DentalFlagLimits(rules.rulebook, in: Month(index: $0))
        }
    }

    package func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> DentalMonthFile.Outcome {
        try DentalMonthFile.read(
            bytes, named: name, months: months, dropping: conditions.dropped,
            limits: { month in
                let place = month.index - months.lowerBound.index
                return limits.indices.contains(place) ? limits[place] : nil
            })
    }
}
