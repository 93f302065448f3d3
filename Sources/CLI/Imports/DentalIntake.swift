import Contracts
import Files
import Foundation
import GRDB
import Rulebook
package import Store
import Tabular
package import Vocabulary

/// How NHSBSA's dental files are taken in; for the import commands and for the demo.
package enum DentalIntake {
    static let publisher = "NHS Business Services Authority"
    static let licence = "Open Government Licence v3.0"

    typealias Months = DentalMonthFile.Outcome

    static func months(
        into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) throws -> ImportJob<Months> {
        let months = try monthsAccepted(at: moment)
        let limits = DentalMonthLimits(Rulebook.shipped, months: months)
        return ImportJob(
            store: store, author: author, moment: moment, publisher: publisher, licence: licence,
            read: { (member: Member) throws(Refusal) -> Months in
                try DentalMonthFile.read(
                    member.bytes, named: member.name, months: months, dropping: dropping, limits: { limits[$0] })
            },
            perform: { outcome, source, container, db in
                let act = ImportDentalMonths(
                    source: source, container: container, reading: outcome.reading, account: outcome.account)
                return Intake(act, try Store.perform(act, by: author, at: moment, in: db))
            })
    }

    static func contracts(
        into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) throws -> ImportJob<Reading<ContractTerms>> {
        let months = try monthsAccepted(at: moment)
        return ImportJob(
            store: store, author: author, moment: moment, publisher: publisher, licence: licence,
            read: { (member: Member) throws(Refusal) -> Reading<ContractTerms> in
                try DentalContractsFile.read(member.bytes, named: member.name, months: months, dropping: dropping)
            },
            perform: { reading, source, container, db in
                let act = ImportDentalContracts(source: source, container: container, reading: reading)
                return act.intake(try Store.perform(act, by: author, at: moment, in: db))
            })
    }

    /// From the first month for which there is a rule about UDAs, to the present.
    private static func monthsAccepted(at moment: Moment) throws -> ClosedRange<Month> {
        let began = Rulebook.shipped.rules.filter { $0.id == DentalRuleID.bandOne }.map(\.period.start).min()!
        let now = moment.day.month
        guard began.month <= now else {
            throw Refusal(.usage, code: "clock-wrong", "This machine's clock says \(moment.day.inWords).")
        }
        return began.month...now
    }
}

/// The limits of every month that a file may carry, worked out once.
private struct DentalMonthLimits: Sendable {
    private let first: Month
    private let limits: [DentalFlagLimits?]

    init(_ rulebook: Rulebook, months: ClosedRange<Month>) {
        first = months.lowerBound
        limits = (months.lowerBound.index...months.upperBound.index).map {
            DentalFlagLimits(rulebook, in: Month(index: $0))
        }
    }

    subscript(month: Month) -> DentalFlagLimits? {
        let place = month.index - first.index
        return limits.indices.contains(place) ? limits[place] : nil
    }
}
